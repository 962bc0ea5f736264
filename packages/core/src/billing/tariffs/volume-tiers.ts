import type { Standing } from "../cards/rate-card.ts";
import type { Market } from "../markets.ts";

/** A stretch of a month's charged messages of one market and category. */
export type VolumeTier = {
  /** The first message that is in it, counted from 1. */
  readonly from: number;
  /** The last one; null has no end. */
  readonly to: number | null;
  readonly percentOff: number;
  readonly standing: Standing;
};

/**
 * Where the first tier of utility ends.
 *
 * Meta: thresholds of 2026-10, docs/…/pricing ("Volume tiers"), read 2026-11.
 * Those of other markets, further tiers and Meta's prices in them are not at
 * hand: 5 % off is what has been told of the second tier.
 */
const FIRST_TIER_ENDS = new Map<Market, number>([
  ["AR", 100_000],
  ["BR", 250_000],
  ["CL", 100_000],
  ["CO", 100_000],
  ["MX", 1_000_000],
  ["PE", 100_000],
]);
const SECOND_TIER_PERCENT_OFF = 5;

/** The tier of a month's `nth` charged message: as with tax brackets, earlier ones keep their price. */
export function tierOf(
  market: Market,
  category: "utility" | "authentication",
  nth: number,
): VolumeTier {
  const end = FIRST_TIER_ENDS.get(market);
  if (end === undefined) return { from: 1, to: null, percentOff: 0, standing: "unknown" };
  if (nth > end) {
    return {
      from: end + 1,
      to: null,
      percentOff: SECOND_TIER_PERCENT_OFF,
      standing: "nearest",
    };
  }
  const standing = category === "utility" ? "published" : "nearest";
  return { from: 1, to: end, percentOff: 0, standing };
}

/** `0:100000`, `100001:MAX`: as Meta's pricing analytics names a tier. */
export function tierName({ from, to }: VolumeTier): string {
  return `${from === 1 ? 0 : from}:${to ?? "MAX"}`;
}
