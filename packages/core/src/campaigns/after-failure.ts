/** What may be done about a person whose message failed. */
export type AfterFailure =
  /** Meta forbids it, or it would fail the same way. */
  | { readonly again: "never" }
  /** Once the template is approved again. */
  | { readonly again: "with-template" }
  /** Not before so long has passed. */
  | { readonly again: "after"; readonly ms: number };

const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;

/**
 * Causes after which a person may be written to once more.
 *
 * Meta: 131049 "do not retry immediately … wait at least 24 hours", 131047 and
 * 131050 are the person's own, 131026 stays as it is; 132015 and 132016 are the
 * template's, docs/…/support/error-codes, read 2026-11.
 */
const AGAIN: ReadonlyMap<number, AfterFailure> = new Map<number, AfterFailure>([
  [4, { again: "after", ms: HOUR_MS }],
  [80007, { again: "after", ms: HOUR_MS }],
  [130429, { again: "after", ms: 60_000 }],
  [131056, { again: "after", ms: 60_000 }],
  [131048, { again: "after", ms: DAY_MS }],
  [131049, { again: "after", ms: DAY_MS }],
  [130472, { again: "after", ms: 7 * DAY_MS }],
  [131042, { again: "after", ms: 0 }],
  [131053, { again: "after", ms: 0 }],
  [131057, { again: "after", ms: 5 * 60_000 }],
  [133004, { again: "after", ms: 5 * 60_000 }],
  [132015, { again: "with-template" }],
  [132016, { again: "with-template" }],
]);

/**
 * What keeps a message from being sent that no code of the channel names.
 *
 * `not-sent` never reached the channel. Of `left-unknown` nobody knows whether it
 * did, and a member has let it rest. `stopped` was tried, was to be tried again,
 * and its campaign was stopped.
 */
export type OwnProblem = "not-sent" | "left-unknown" | "stopped";
const NOT_SENT: OwnProblem = "not-sent";

/** What a member may do about a failure, by its code or what stands for one. Whatever is not listed is not tried again. */
export function afterFailure(problem: string): AfterFailure {
  if (problem === NOT_SENT) return { again: "after", ms: 0 };
  const code = codeOf(problem);
  return (code === null ? undefined : AGAIN.get(code)) ?? { again: "never" };
}

/** The channel's code that a problem is; null for what never reached the channel. */
export function codeOf(problem: string): number | null {
  return /^\d+$/u.test(problem) ? Number(problem) : null;
}

/** Codes that are tried again by themselves a day later, when the plan says so. */
export const TRIED_LATER: readonly number[] = [131049];
/** Codes after which the template rests, and with it who was refused because of it. */
export const TEMPLATE_CODES: readonly number[] = [132015, 132016];
