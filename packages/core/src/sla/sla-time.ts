import type { HoursClock } from "../hours/hours-clock.ts";

/** By what a target's time is counted: open hours alone, or the wall clock. */
export type SlaMeasure = Pick<HoursClock, "workingMs" | "afterWorkingMs">;

/** The wall clock: every minute counts. */
export const WALL_CLOCK: SlaMeasure = {
  workingMs: (from, to) => Math.max(0, to.getTime() - from.getTime()),
  afterWorkingMs: (from, ms) => new Date(from.getTime() + Math.max(0, ms)),
};

/** A stretch in which a clock stands still. They are in order and do not overlap; only the last may have no end yet. */
export type SlaPause = { readonly from: Date; readonly to: Date | null };

/**
 * When a clock that began at `from` has run for `ms`, beside its pauses.
 *
 * Null while it stands still before that, and when the hours never open long
 * enough: such a clock has no end that anybody could be late for.
 */
export function slaDueAt(
  measure: SlaMeasure,
  from: Date,
  pauses: readonly SlaPause[],
  ms: number,
): Date | null {
  let at = from;
  let leftMs = ms;
  for (const pause of pauses) {
    if (pause.to !== null && pause.to <= at) continue;
    const runMs = measure.workingMs(at, pause.from);
    if (runMs >= leftMs) return measure.afterWorkingMs(at, leftMs);
    if (pause.to === null) return null;
    leftMs -= runMs;
    at = pause.to;
  }
  return measure.afterWorkingMs(at, leftMs);
}

/** How long a clock that began at `from` had run by `to`, beside its pauses. */
export function slaRunMs(
  measure: SlaMeasure,
  from: Date,
  pauses: readonly SlaPause[],
  to: Date,
): number {
  let total = 0;
  let at = from;
  for (const pause of pauses) {
    if (pause.to !== null && pause.to <= at) continue;
    if (pause.from > at) total += measure.workingMs(at, pause.from < to ? pause.from : to);
    if (pause.to === null || pause.to >= to) return total;
    at = pause.to;
  }
  return total + measure.workingMs(at, to);
}
