import type { PhysicsSettings } from "../../store/kinds/limits.ts";

/**
 * One message in six seconds to one person, and 45 in six seconds on credit.
 *
 * Meta: "1 message every 6 seconds … up to 45 messages within 6 seconds",
 * borrowed from the time after, docs/…/throughput, read 2026-11.
 */
const PAIR_MS = 6000;
const BURST = 45;

/** What a number has borrowed from one person. */
export type PairDebt = {
  /** The first message of the burst. */
  readonly startedAt: number;
  /** Messages of the burst. */
  readonly count: number;
  /** When all of it is paid back. */
  readonly freeAt: number;
};

/**
 * The debt after one more message, or `null` when that is too much.
 *
 * Meta gives one example: 20 at once, and nothing more for two minutes. Read to
 * the letter that is `burst`: the next one waits until all is paid. Under
 * `bucket` a place is free again every six seconds, which is what clients
 * usually reckon with. Somebody who keeps to one in six seconds meets neither.
 */
export function takePair(
  now: number,
  debt: PairDebt | null,
  borrowing: PhysicsSettings["pairBorrowing"],
): PairDebt | null {
  // A clock that was moved back has no debt of the future.
  if (debt === null || now >= debt.freeAt || now < debt.startedAt) return burstOf(now, 1);
  if (borrowing === "burst") {
    const stillBursting = now < debt.startedAt + PAIR_MS && debt.count < BURST;
    return stillBursting ? burstOf(debt.startedAt, debt.count + 1) : null;
  }
  const freeAt = debt.freeAt + PAIR_MS;
  return freeAt - now > BURST * PAIR_MS ? null : { ...debt, count: debt.count + 1, freeAt };
}

function burstOf(startedAt: number, count: number): PairDebt {
  return { startedAt, count, freeAt: startedAt + count * PAIR_MS };
}
