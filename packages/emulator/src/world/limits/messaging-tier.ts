import { TIERS, type Tier } from "../../store/kinds/limits.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * How far back people count.
 *
 * Meta: unique people in a rolling 24 hours; a limit of which half was used
 * within 7 days grows; 2,000 delivered to within 30 days lift 250 to 2,000,
 * docs/…/messaging-limits, read 2026-11.
 */
export const REACH = {
  limitMs: DAY_MS,
  growthMs: 7 * DAY_MS,
  firstGrowthMs: 30 * DAY_MS,
  firstGrowthCount: 2000,
} as const;

// Meta: "within 6 hours", docs/…/messaging-limits, read 2026-11.
export const GROWTH_CHECK_MS = 6 * 60 * 60 * 1000;

const LIMITS = {
  TIER_250: 250,
  TIER_2K: 2000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
  TIER_UNLIMITED: null,
} as const satisfies Record<Tier, number | null>;

/** How many different people a portfolio may write to in 24 hours; `null` is any number. */
export function limitOf(tier: Tier): number | null {
  return LIMITS[tier];
}

/**
 * Whether one more person can be written to outside a service window.
 *
 * Somebody who was reached within the last 24 hours is counted already.
 */
export function mayReachOneMore(tier: Tier, used: number, reachedAlready: boolean): boolean {
  const limit = limitOf(tier);
  return limit === null || reachedAlready || used < limit;
}

/** What is known when it is looked at whether a limit grows. */
export type Growth = {
  readonly tier: Tier;
  /** Different people written to in 7 days. */
  readonly reachedCount: number;
  /** Different people that got a good message in 30 days. */
  readonly deliveredCount: number;
  /** Whether the quality of all numbers allows it. */
  readonly goodQuality: boolean;
};

/**
 * The limit after the check: one step higher, or the same.
 *
 * The first step is another one: it takes a verified business or 2,000
 * delivered messages, and using half of 250 does not count.
 */
export function grownTier(growth: Growth): Tier {
  const { tier, goodQuality } = growth;
  const limit = limitOf(tier);
  if (limit === null || !goodQuality) return tier;
  const earned =
    tier === "TIER_250"
      ? growth.deliveredCount >= REACH.firstGrowthCount
      : growth.reachedCount * 2 >= limit;
  return earned ? tierAfter(tier) : tier;
}

function tierAfter(tier: Tier): Tier {
  return TIERS[TIERS.indexOf(tier) + 1] ?? tier;
}
