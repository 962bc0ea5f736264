/**
 * How much of its rate a number may use at the moment, between a twentieth and all of it.
 *
 * Meta answers "slow down" (130429) when a number is too fast, or after an
 * outage when everyone comes back at once. The share then falls to seven tenths
 * and grows by two hundredths a second. After an outage it starts at a tenth.
 */
export type Pace = { readonly share: number; readonly sinceMs: number };

const LOWEST = 0.05;
const SLOWER = 0.7;
const RAMP_START = 0.1;
const GROWTH_PER_SECOND = 0.02;
/** Answers to requests that were under way together say one thing, not many. */
const ONE_COMPLAINT_MS = 1000;

export const FULL_PACE: Pace = { share: 1, sinceMs: Number.NEGATIVE_INFINITY };

export function shareAt(nowMs: number, pace: Pace): number {
  if (pace.share >= 1) return 1;
  const grown = (Math.max(0, nowMs - pace.sinceMs) / 1000) * GROWTH_PER_SECOND;
  return Math.min(1, pace.share + grown);
}

export function slowedDown(nowMs: number, pace: Pace): Pace {
  if (pace.share < 1 && nowMs - pace.sinceMs < ONE_COMPLAINT_MS) return pace;
  return { share: Math.max(LOWEST, shareAt(nowMs, pace) * SLOWER), sinceMs: nowMs };
}

/** The pace to begin with after the channel was away: it is not helped by everything at once. */
export function ramped(nowMs: number, pace: Pace): Pace {
  return { share: Math.min(shareAt(nowMs, pace), RAMP_START), sinceMs: nowMs };
}
