import type { Lane } from "../sends/send.ts";
import { type Cell, afterTake, waitOf } from "./gcra.ts";
import { type HeardRate, NOTHING_HEARD, heard, heardPerSecond } from "./heard-rate.ts";
import { FULL_PACE, type Pace, ramped, shareAt, slowedDown } from "./pace.ts";

/** Why something has to wait, and for how long. */
export type Permission =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly waitMs: number; readonly because: "number" | "pair" };

/**
 * One number's limiter, in the memory of the one owner of that number.
 *
 * Times are any clock that does not go back. In any second at most
 * `perSecond` takes are allowed, for any interleaving of calls: most of it
 * flows steadily and the rest is left for a burst. Lanes differ in how much of
 * that burst they may use: a reply all of it, a campaign less, so a reply finds
 * room even while a campaign uses the number to the full. A campaign without
 * any of it would lose a place each time that its process is busy for a moment.
 */
export type Limiter = {
  /** Takes a place for one message, or says how long to wait. `recipient` null is nobody in particular. */
  take(nowMs: number, lane: Lane, recipient: string | null): Permission;
  /** How long nothing may go to this person for their own sake; zero means that something may. Takes no place. */
  pairWaitMs(nowMs: number, recipient: string): number;
  /** Messages that came in: they count against the same throughput. */
  hear(nowMs: number, count: number): void;
  slowDown(nowMs: number): void;
  /** Starts again slowly, after the channel was away. */
  ramp(nowMs: number): void;
  /** Meta said that this person got too much: nobody writes to them before `untilMs`. */
  holdPair(untilMs: number, recipient: string): void;
  setThroughput(perSecond: number): void;
  /** Leaves what nobody of the team has just written this share of the rate; 1 is all of it. */
  holdBack(share: number): void;
  /** Messages a second that may go out at this moment in this lane. */
  ratePerSecond(nowMs: number, lane: Lane): number;
};

/**
 * One message to a person every six seconds, with 45 of them on credit.
 *
 * Meta: "pair rate limit … 1 message every 6 seconds … up to 45 messages in 6
 * seconds, borrowed", docs/…/throughput, read 2026-11.
 */
const PAIR: Cell = { intervalMs: 6000, toleranceMs: 44 * 6000 };

/** A fast number needs little to catch up with; of a slow one it must be several messages. */
const BURST_SHARE = { least: 0.015, most: 0.1 };
const BURST_COUNT = 10;
const LANE_BURST: Readonly<Record<Lane, number>> = { reply: 1, utility: 0.85, marketing: 0.7 };
/** However much comes in, a twentieth of the throughput stays for answers. */
const LOWEST_SHARE = 0.05;
const FORGET_ABOVE = 10_000;

export function createLimiter(throughputPerSecond: number): Limiter {
  let perSecond = throughputPerSecond;
  let pace: Pace = FULL_PACE;
  let inbound: HeardRate = NOTHING_HEARD;
  let numberEmptyAtMs = Number.NEGATIVE_INFINITY;
  let heldShare = 1;
  let heldEmptyAtMs = Number.NEGATIVE_INFINITY;
  const pairs = new Map<string, number>();

  return {
    take,
    pairWaitMs,
    hear,
    slowDown,
    ramp,
    holdPair,
    setThroughput,
    holdBack,
    ratePerSecond: (nowMs, lane) => wholeRate(nowMs) * (lane === "reply" ? 1 : heldShare),
  };

  function take(nowMs: number, lane: Lane, recipient: string | null): Permission {
    const pairMs = recipient === null ? 0 : pairWaitMs(nowMs, recipient);
    if (pairMs > 0) return { allowed: false, waitMs: pairMs, because: "pair" };

    const cell = numberCell(nowMs, lane);
    const held = heldCell(nowMs, lane);
    const waitMs = Math.max(
      waitOf(nowMs, numberEmptyAtMs, cell),
      held ? waitOf(nowMs, heldEmptyAtMs, held) : 0,
    );
    if (waitMs > 0) return { allowed: false, waitMs, because: "number" };

    numberEmptyAtMs = afterTake(nowMs, numberEmptyAtMs, cell);
    if (held) heldEmptyAtMs = afterTake(nowMs, heldEmptyAtMs, held);
    if (recipient !== null) {
      if (pairs.size > FORGET_ABOVE) forget(nowMs);
      pairs.set(recipient, afterTake(nowMs, pairEmptyAtMs(recipient), PAIR));
    }
    return { allowed: true };
  }

  function pairWaitMs(nowMs: number, recipient: string): number {
    return waitOf(nowMs, pairEmptyAtMs(recipient), PAIR);
  }

  function pairEmptyAtMs(recipient: string): number {
    return pairs.get(recipient) ?? Number.NEGATIVE_INFINITY;
  }

  function numberCell(nowMs: number, lane: Lane): Cell {
    const intervalMs = 1000 / wholeRate(nowMs);
    // The burst is counted in messages of the full rate: it must not grow while the rate is low.
    const burst = Math.max(0, Math.floor(burstOf(perSecond)) - 1);
    const fullIntervalMs = 1000 / (perSecond - burstOf(perSecond));
    return { intervalMs, toleranceMs: burst * LANE_BURST[lane] * fullIntervalMs };
  }

  /** A bucket of its own: a reply neither waits for it nor fills it. */
  function heldCell(nowMs: number, lane: Lane): Cell | null {
    if (lane === "reply" || heldShare >= 1) return null;
    return { intervalMs: 1000 / (wholeRate(nowMs) * heldShare), toleranceMs: 0 };
  }

  function wholeRate(nowMs: number): number {
    const free = perSecond - heardPerSecond(nowMs, inbound);
    const steady = Math.max(perSecond * LOWEST_SHARE, free) * (1 - burstOf(perSecond) / perSecond);
    return Math.max(0.1, steady * shareAt(nowMs, pace));
  }

  function hear(nowMs: number, count: number): void {
    inbound = heard(nowMs, inbound, count);
  }

  function slowDown(nowMs: number): void {
    pace = slowedDown(nowMs, pace);
  }

  function ramp(nowMs: number): void {
    pace = ramped(nowMs, pace);
  }

  function holdPair(untilMs: number, recipient: string): void {
    const emptyAtMs = untilMs + PAIR.toleranceMs;
    pairs.set(recipient, Math.max(pairs.get(recipient) ?? emptyAtMs, emptyAtMs));
  }

  function setThroughput(next: number): void {
    perSecond = next;
  }

  function holdBack(share: number): void {
    heldShare = share;
  }

  /** A pair whose bucket is empty again is as good as one never met. */
  function forget(nowMs: number): void {
    for (const [recipient, emptyAtMs] of pairs) if (emptyAtMs <= nowMs) pairs.delete(recipient);
  }
}

/** How many messages of a second may come at once. */
function burstOf(perSecond: number): number {
  const { least, most } = BURST_SHARE;
  return Math.max(perSecond * least, Math.min(perSecond * most, BURST_COUNT));
}
