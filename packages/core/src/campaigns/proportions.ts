/** So many of so many. */
export type Share = { readonly of: number; readonly hits: number };

export function shareOf({ of, hits }: Share): number {
  return of === 0 ? 0 : hits / of;
}

/** 95 of 100 times the true share lies between these two (Wilson's interval), also for few and for none. */
export function boundsOf({ of, hits }: Share): { readonly low: number; readonly high: number } {
  if (of === 0) return { low: 0, high: 1 };
  const z = 1.96;
  const p = hits / of;
  const middle = p + (z * z) / (2 * of);
  const spread = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return {
    low: Math.max(0, (middle - spread) / scale),
    high: Math.min(1, (middle + spread) / scale),
  };
}

/**
 * How probable a difference at least as large as this one is if both were alike:
 * the two-sided test of two proportions with a common estimate of the spread.
 */
export function chanceOf(one: Share, other: Share): number {
  if (one.of === 0 || other.of === 0) return 1;
  const pooled = (one.hits + other.hits) / (one.of + other.of);
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / one.of + 1 / other.of));
  if (spread === 0) return 1;
  const z = Math.abs(shareOf(one) - shareOf(other)) / spread;
  return 2 * (1 - normalBelow(z));
}

/** The share of a normal distribution below `z`; off by less than 0.0000002. */
function normalBelow(z: number): number {
  // Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17.
  const t = 1 / (1 + 0.231_641_9 * Math.abs(z));
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const tail =
    density *
    t *
    (0.319_381_53 +
      t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))));
  return z >= 0 ? 1 - tail : tail;
}
