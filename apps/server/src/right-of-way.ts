import { setTimeout as sleep } from "node:timers/promises";
import type { App } from "./app.ts";

/**
 * People first: while a member's call is answered, or what a member wrote goes
 * out, the great works of the same process (a campaign's feeding and sending,
 * what is told of it) begin nothing new.
 */
export type RightOfWay = {
  /** Does what somebody waits for. */
  take<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nobody waits, and at the latest after `YIELD_MS`: however many people work, a campaign goes on. */
  give(): Promise<void>;
};

/** Long enough for an answer of a busy machine, short enough that whole groups go out each second. */
const YIELD_MS = 100;

const ways = new WeakMap<App, RightOfWay>();

/** The one of this process. */
export function rightOfWayOf(app: App): RightOfWay {
  const known = ways.get(app);
  if (known) return known;
  const way = openRightOfWay();
  ways.set(app, way);
  return way;
}

export function openRightOfWay(yieldMs = YIELD_MS): RightOfWay {
  let waiting = 0;
  let free = Promise.withResolvers<void>();

  return {
    async take(work) {
      if (waiting === 0) free = Promise.withResolvers();
      waiting += 1;
      try {
        return await work();
      } finally {
        waiting -= 1;
        if (waiting === 0) free.resolve();
      }
    },
    async give() {
      if (waiting === 0) return;
      const patience = new AbortController();
      const over = sleep(yieldMs, undefined, { signal: patience.signal }).catch(() => {});
      await Promise.race([free.promise, over]);
      patience.abort();
    },
  };
}
