import type { Limiter, Permission } from "@galka/core/channels/limiter";
import { LANES, type Lane } from "@galka/core/sends/send";
import type { Attempt, Line } from "../../operations/sends/claim-next.ts";
import type { ReadySend } from "./hand.ts";

/** An attempt that is written down as begun and of which no byte has been written. */
export type Begun = {
  readonly it: ReadySend;
  readonly attempt: Attempt;
  readonly over: Line;
};

/**
 * Where begun attempts wait for their moment: the limiter lets them out one by
 * one, the lanes in their order, whenever it may be.
 *
 * So a number is used to the full though a commit that stands before a group's
 * first byte takes longer than the whole group: the next group is written down
 * while this one goes out.
 */
export type Outlet = {
  add(begun: readonly Begun[]): void;
  size(): number;
  sizeOf(lane: Lane): number;
  /** Empties it; answers what was in it. */
  takeBack(): Begun[];
};

/** Several may go each time, instead of a timer for each; well below what the limiter's burst makes good. */
const TICK_MS = 4;
/** Said of whatever stands behind something that waits for the number. */
const FULL = { allowed: false, waitMs: Infinity, because: "number" } as const;

export function openOutlet(
  limiter: Limiter,
  nowMs: () => number,
  letOut: (begun: Begun) => void,
): Outlet {
  const waiting = new Map<Lane, Begun[]>(LANES.map((lane) => [lane, []]));
  let timer: NodeJS.Timeout | null = null;

  return {
    add(begun) {
      for (const it of begun) waiting.get(it.it.send.lane)?.push(it);
      flow();
    },
    size: () => LANES.reduce((count, lane) => count + sizeOf(lane), 0),
    sizeOf,
    takeBack() {
      const all = [...waiting.values()].flat();
      for (const lane of LANES) waiting.set(lane, []);
      return all;
    },
  };

  function sizeOf(lane: Lane): number {
    return waiting.get(lane)?.length ?? 0;
  }

  function flow(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    const waitMs = letOutDue();
    if (waitMs !== null) timer = setTimeout(flow, Math.max(TICK_MS, waitMs)).unref();
  }

  /** How long the next has to wait; null when nothing does. */
  function letOutDue(): number | null {
    const now = nowMs();
    const waits = LANES.flatMap((lane) => letOutOf(lane, now) ?? []);
    return waits.length === 0 ? null : Math.min(...waits);
  }

  function letOutOf(lane: Lane, now: number): number | null {
    const stay: Begun[] = [];
    let waitMs: number | null = null;
    let isFull = false;
    for (const begun of waiting.get(lane) ?? []) {
      const { kind, recipient } = begun.it.send;
      const permission: Permission = isFull
        ? FULL
        : limiter.take(now, lane, kind === "read-receipt" ? null : recipient);
      if (permission.allowed) {
        letOut(begun);
        continue;
      }
      stay.push(begun);
      waitMs = Math.min(waitMs ?? Infinity, permission.waitMs);
      isFull ||= permission.because === "number";
    }
    waiting.set(lane, stay);
    return waitMs;
  }
}
