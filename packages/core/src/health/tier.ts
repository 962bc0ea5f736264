/**
 * How many people a number may write to first in any 24 hours.
 *
 * Meta counts each person once who is written to outside the window that they
 * open by writing, over all numbers of a business portfolio.
 */
// Meta: 250 → 2,000 → 10,000 → 100,000 → unlimited, docs/…/messaging-limits, read 2026-11; 50 and 1,000 are of older accounts.
const PEOPLE_OF: Readonly<Record<string, number | null>> = {
  TIER_50: 50,
  TIER_250: 250,
  TIER_1K: 1_000,
  TIER_2K: 2_000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
  TIER_UNLIMITED: null,
};

/** The tier of a business that has proven nothing yet. */
const LEAST = 250;

export type TierLimit = {
  /** Whether Meta has told it; until then it is taken to be the lowest. */
  readonly isKnown: boolean;
  /** People in any 24 hours; null is without a limit. */
  readonly people: number | null;
};

export function tierLimit(tier: string | null): TierLimit {
  const people = tier === null ? undefined : PEOPLE_OF[tier];
  return people === undefined ? { isKnown: false, people: LEAST } : { isKnown: true, people };
}

/** The tier of so many people, as Meta writes the number in one of its webhooks: -1 is without a limit. */
export function tierOfPeople(people: number): string | null {
  if (people < 0) return "TIER_UNLIMITED";
  const found = Object.entries(PEOPLE_OF).find(([, of]) => of === people);
  return found?.[0] ?? null;
}

export type TierUse = {
  readonly tier: string | null;
  /** People written to first within the last 24 hours. */
  readonly used: number;
  /** People to whom something waits to be sent, and who are not among the used. */
  readonly reserved: number;
};

export type TierBudget = TierUse & {
  readonly limit: TierLimit;
  /** How many more people may be planned for; null is without a limit. */
  readonly left: number | null;
};

/**
 * When one more person may be written to first, as people of the last day stop
 * being counted; null when that is not enough for all who wait already.
 */
export function whenRoomReturns(
  { limit, used, reserved }: TierBudget,
  freed: readonly { readonly at: Date; readonly count: number }[],
): Date | null {
  let lacking = limit.people === null ? 0 : used + reserved + 1 - limit.people;
  for (const { at, count } of freed) {
    lacking -= count;
    if (lacking <= 0) return at;
  }
  return null;
}

export function tierBudgetOf(use: TierUse): TierBudget {
  const limit = tierLimit(use.tier);
  const left = limit.people === null ? null : Math.max(0, limit.people - use.used - use.reserved);
  return { ...use, limit, left };
}
