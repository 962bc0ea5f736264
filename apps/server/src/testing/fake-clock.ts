import type { Clock } from "../clock.ts";

/** Time that stands still until it is moved. */
export type FakeClock = Clock & { advance(ms: number): void; set(at: Date): void };

export function fakeClock(start = new Date("2026-11-22T12:00:00Z")): FakeClock {
  let nowMs = start.getTime();
  return {
    now: () => new Date(nowMs),
    advance: (ms) => void (nowMs += ms),
    set: (at) => void (nowMs = at.getTime()),
  };
}
