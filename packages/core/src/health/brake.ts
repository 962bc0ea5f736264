import type { TemplateCategory } from "../templates/template.ts";

/**
 * How far a number is held back for its own good.
 *
 * `none`: everything goes at the number's own pace.
 *
 * `slow`: what nobody of the team has just written goes at a quarter of it.
 *
 * `pause-marketing`: marketing waits where it is; answers and notices go on.
 *
 * `pause-all`: nothing leaves the number.
 *
 * A brake is put on at once and taken off late: only after less has been enough
 * for the whole calm that it asks for, and then by one step. So a figure that
 * wavers about its limit cannot make the number stop and go.
 */
export const BRAKES = ["none", "slow", "pause-marketing", "pause-all"] as const;
export type Brake = (typeof BRAKES)[number];

export function strengthOf(brake: Brake): number {
  return BRAKES.indexOf(brake);
}

/**
 * Whether something of these categories waits behind a brake. Asked by whoever
 * holds and by whoever lets go, so that nothing is held that may go.
 */
export function holdsBack(brake: Brake, categories: readonly TemplateCategory[]): boolean {
  if (brake === "pause-all") return true;
  return brake === "pause-marketing" && categories.includes("marketing");
}

export function strongest(brakes: readonly Brake[]): Brake {
  return brakes.reduce<Brake>(
    (most, brake) => (strengthOf(brake) > strengthOf(most) ? brake : most),
    "none",
  );
}

const HOUR_MS = 60 * 60_000;

/** For how long less must have been enough before a brake is loosened by a step. */
export const CALM_MS = {
  none: 0,
  slow: HOUR_MS / 2,
  "pause-marketing": 2 * HOUR_MS,
  "pause-all": HOUR_MS,
} as const satisfies Record<Brake, number>;

/** What Galka has decided by itself, and since when. */
export type BrakeState = {
  readonly brake: Brake;
  readonly since: Date;
  /** Since when less would do; null while the brake is needed. */
  readonly calmSince: Date | null;
};

export function noBrake(now: Date): BrakeState {
  return { brake: "none", since: now, calmSince: null };
}

/** The state after a look that found `asked` to be needed. Looking twice at one moment changes nothing. */
export function judge(now: Date, state: BrakeState, asked: Brake): BrakeState {
  const isCalm = strengthOf(asked) < strengthOf(state.brake);
  if (!isCalm) {
    if (asked !== state.brake) return { brake: asked, since: now, calmSince: null };
    return state.calmSince === null ? state : { ...state, calmSince: null };
  }
  if (state.calmSince === null) return { ...state, calmSince: now };
  if (now.getTime() - state.calmSince.getTime() < CALM_MS[state.brake]) return state;
  const next = BRAKES[strengthOf(state.brake) - 1] ?? "none";
  // Less may still do: then the calm of the next step is counted from here.
  const calmSince = strengthOf(asked) < strengthOf(next) ? now : null;
  return { brake: next, since: now, calmSince };
}

/** What a person has decided instead, with the reason that stands in the history. */
export type Overrule = {
  readonly brake: Brake;
  readonly reason: string;
  readonly memberId: string;
  readonly at: Date;
  readonly until: Date;
  /** What Galka asked for when the person decided: anything stronger is news to them. */
  readonly against: Brake;
};

/**
 * Whether a person's word still holds.
 *
 * It ends by its time, and when something stronger is asked for than what they
 * knew of and decided: nobody has said that this may be passed over too.
 */
export function stillOverruled(now: Date, overrule: Overrule | null, asked: Brake): boolean {
  if (overrule === null || now >= overrule.until) return false;
  return strengthOf(asked) <= Math.max(strengthOf(overrule.against), strengthOf(overrule.brake));
}

/** What holds in the end: the person's word before Galka's. */
export function heldBrake(state: BrakeState, overrule: Overrule | null): Brake {
  return overrule === null ? state.brake : overrule.brake;
}

const SLOW_FACTOR = 0.25;

/** The share of the number's pace that is left to what nobody of the team has just written. */
export function factorOf(brake: Brake): number {
  return brake === "slow" ? SLOW_FACTOR : 1;
}
