import type { Market } from "./markets.ts";
import type { Standing } from "./rate-card.ts";

/** A stretch of a month's charged messages and what is taken off their rate. */
export type VolumeTier = {
  /** The first message it is for, counted from 1. */
  readonly from: number;
  /** The last one; `null` is no end. */
  readonly to: number | null;
  readonly discountPercent: number;
  readonly standing: Standing;
};

/** A market without tiers, or whose tiers the facts do not have. */
export const ONE_TIER: readonly VolumeTier[] = [
  { from: 1, to: null, discountPercent: 0, standing: "unknown" },
];

/**
 * Where the first tier ends. Meta publishes more tiers and their rates in files
 * that are not at hand; beyond the first threshold 5 % is taken off, which is
 * the first step that has been reported, and is marked as such.
 *
 * Meta: docs/…/pricing ("Volume tiers"), thresholds of utility for 2026-10, read 2026-11.
 */
const FIRST_THRESHOLD: Readonly<Record<Market, number>> = {
  AR: 100_000,
  CL: 100_000,
  CO: 100_000,
  PE: 100_000,
  BR: 250_000,
  MX: 1_000_000,
};

const FIRST_DISCOUNT_PERCENT = 5;

export function volumeTiers(
  market: Market,
  kind: "utility" | "authentication",
): readonly VolumeTier[] {
  const threshold = FIRST_THRESHOLD[market];
  if (threshold === undefined) return ONE_TIER;
  const standing = kind === "utility" ? "published" : "nearest";
  return [
    { from: 1, to: threshold, discountPercent: 0, standing },
    {
      from: threshold + 1,
      to: null,
      discountPercent: FIRST_DISCOUNT_PERCENT,
      standing: "nearest",
    },
  ];
}

/** The tier of the month's `n`th charged message: like tax brackets, only that message is cheaper. */
export function tierOf(tiers: readonly VolumeTier[], n: number): VolumeTier {
  const tier = tiers.findLast((it) => it.from <= n) ?? tiers[0];
  if (tier === undefined) throw new Error("There is no tier");
  return tier;
}

/**
 * `0:100000`, `100001:MAX`: as `pricing_analytics` writes it.
 *
 * Meta: docs/…/analytics ("Volume tier information"), read 2026-11.
 */
export function tierName(tier: VolumeTier): string {
  return `${tier.from === 1 ? 0 : tier.from}:${tier.to ?? "MAX"}`;
}
