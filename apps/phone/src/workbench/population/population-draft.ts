import type {
  HabitsPatch,
  MessageHabitsPatch,
  NewPopulation,
} from "@galka/emulator/wire/population";

/** How people take marketing. */
export const TEMPERS = ["usual", "fond", "annoyed", "furious"] as const;
export type Temper = (typeof TEMPERS)[number];

/** Shares that the form asks for, in percent: of those who got a message, then of those who read it. */
export const SHARES = ["read", "tap", "answer", "block", "report", "optOut"] as const;
export type ShareName = (typeof SHARES)[number];
type Shares = Readonly<Record<ShareName, number>>;

/** What each temper does with marketing. `usual` is what the emulator takes for usual. */
export const TEMPER_SHARES: Readonly<Record<Temper, Shares>> = {
  usual: { read: 75, tap: 10, answer: 4, block: 0.6, report: 0.15, optOut: 0.6 },
  fond: { read: 95, tap: 30, answer: 10, block: 0, report: 0, optOut: 0 },
  annoyed: { read: 80, tap: 4, answer: 3, block: 6, report: 2, optOut: 5 },
  furious: { read: 90, tap: 1, answer: 2, block: 20, report: 10, optOut: 10 },
};

/** A population as the form has it. */
export type PopulationDraft = {
  readonly name: string;
  readonly size: number;
  readonly seed: string;
  readonly countries: readonly { readonly code: string; readonly weight: number }[];
  readonly shares: Shares;
  /** Nobody takes longer than minutes, whatever the hour. */
  readonly prompt: boolean;
};

export const FRESH_POPULATION: PopulationDraft = {
  name: "",
  size: 1_000,
  seed: "",
  countries: [{ code: "DE", weight: 1 }],
  shares: TEMPER_SHARES.usual,
  prompt: false,
};

/** What the emulator is told. */
export function populationOf(draft: PopulationDraft): NewPopulation {
  const weights = new Map<string, number>();
  for (const { code, weight } of draft.countries) {
    if (weight > 0) weights.set(code, (weights.get(code) ?? 0) + weight);
  }
  return {
    ...(draft.name.trim() === "" ? {} : { name: draft.name.trim() }),
    ...(draft.seed.trim() === "" ? {} : { seed: draft.seed.trim() }),
    size: draft.size,
    countries: Object.fromEntries(weights),
    habits: habitsOf(draft),
  };
}

export function isComplete({ size, countries }: PopulationDraft): boolean {
  return Number.isInteger(size) && size >= 1 && countries.some((it) => it.weight > 0);
}

/** What is not marketing is taken as usual. */
function habitsOf({ shares, prompt }: PopulationDraft): HabitsPatch {
  return {
    messages: { marketing: messageHabits(shares, prompt) },
    ...(prompt ? { offline: { share: 0 }, awake: { from: 0, until: 24 }, onWhatsApp: 1 } : {}),
  };
}

function messageHabits(shares: Shares, prompt: boolean): MessageHabitsPatch {
  const share = (name: ShareName) => ({ share: shares[name] / 100 });
  const soon = { after: { median: "1m", p90: "5m" } };
  const quick = prompt ? soon : {};
  return {
    read: { ...share("read"), ...quick },
    tap: { ...share("tap"), ...quick },
    answer: { ...share("answer"), ...quick },
    block: share("block"),
    report: share("report"),
    optOut: share("optOut"),
  };
}
