/**
 * The generic cell rate algorithm: one moment per key says all.
 *
 * The moment is when the bucket would be empty again ("theoretical arrival
 * time"). Each take moves it by the interval; a take is allowed while the
 * moment is at most the tolerance ahead. In any stretch of time of length W at
 * most (W + tolerance) / interval + 1 takes are allowed, however they interleave.
 */
export type Cell = { readonly intervalMs: number; readonly toleranceMs: number };

/** How long a take has to wait; zero means that it may happen at once. */
export function waitOf(nowMs: number, emptyAtMs: number, cell: Cell): number {
  return Math.max(0, emptyAtMs - cell.toleranceMs - nowMs);
}

/** The moment after one take. */
export function afterTake(nowMs: number, emptyAtMs: number, cell: Cell): number {
  return Math.max(nowMs, emptyAtMs) + cell.intervalMs;
}
