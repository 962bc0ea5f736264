import { useSyncExternalStore } from "react";
import { useLive } from "./SyncProvider.tsx";

const SECOND_MS = 1000;

/** One clock for all that counts on the page, so that everything turns over at the same moment. */
function ticker(everyMs: number): {
  subscribe: (listener: () => void) => () => void;
  get: () => number;
} {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      timer ??= setInterval(() => {
        for (const wake of listeners) wake();
      }, everyMs);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
    get: () => Math.floor(Date.now() / everyMs) * everyMs,
  };
}

const TICKERS = { second: ticker(SECOND_MS), halfMinute: ticker(30 * SECOND_MS) };

/** The business's time, which is the server's and may be moved in a demo; fresh every second or half minute. */
export function useNow(beat: keyof typeof TICKERS): Date {
  const ticker = TICKERS[beat];
  const here = useSyncExternalStore(ticker.subscribe, ticker.get);
  const offset = useLive((live) => live.clockOffsetMs);
  return new Date(here + offset);
}
