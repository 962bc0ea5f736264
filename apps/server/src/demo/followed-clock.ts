import { z } from "zod";
import type { Clock } from "../clock.ts";
import type { Log } from "../telemetry/log.ts";
import type { EmulatorControl } from "./emulator-control.ts";

/** A clock that somebody else moves. */
export type FollowedClock = Clock &
  AsyncDisposable & {
    /** Reads the other clock at once, and tells whether it stands where it stood. */
    follow(): Promise<void>;
    onMoved(listener: () => void): () => void;
  };

const POLL_MS = 1_000;
/** Less than this is the network's delay and not a hand on the clock. */
const NOTICED_MS = 1_500;

const clockSchema = z.object({ now: z.iso.datetime(), frozen: z.boolean() });

/**
 * The emulator's clock, looked at once a second.
 *
 * Between looks it runs on with the machine's, or stands while the emulator's is
 * frozen. While the emulator is away it goes on as it went.
 */
export function followedClock(
  control: EmulatorControl,
  log: Log,
  machineNow: () => number = Date.now,
): FollowedClock {
  const listeners = new Set<() => void>();
  let offsetMs = 0;
  let frozenAt: number | null = null;
  let looks = 0;
  let lastLook = 0;

  const now = (): Date => new Date(frozenAt ?? machineNow() + offsetMs);

  async function follow(): Promise<void> {
    const look = ++looks;
    const asked = machineNow();
    const clock = await control.get("/clock", clockSchema);
    const answered = machineNow();
    // Somebody has looked since, and their answer was here first: this one may be of before a move.
    if (look < lastLook) return;
    lastLook = look;
    const before = now().getTime();
    const there = Date.parse(clock.now);
    // It was read somewhere between asking and answering; half-way is wrong by half of that at most.
    offsetMs = there - (asked + answered) / 2;
    frozenAt = clock.frozen ? there : null;
    if (Math.abs(there - before) < NOTICED_MS + (answered - asked)) return;
    for (const listener of listeners) listener();
  }

  const timer = setInterval(() => {
    follow().catch((error: unknown) =>
      log.debug({ error }, "The emulator's clock is out of sight."),
    );
  }, POLL_MS);
  return {
    now,
    follow,
    onMoved(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      listeners.clear();
    },
  };
}
