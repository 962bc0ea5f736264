import { setTimeout as sleep } from "node:timers/promises";

/** A process of ours, and word of its end, whoever ended it. */
export type Running = AsyncDisposable & { readonly ended: Promise<void> };

export type Watched = {
  readonly name: string;
  readonly say: (line: string) => void;
  /** How long to wait before a start that follows a failed one; doubles up to `longestWaitMs`. */
  readonly waitMs?: number;
  readonly longestWaitMs?: number;
};

/** Whatever runs longer than this was well: its end is not the failure of its start. */
const WELL_AFTER_MS = 10_000;

/**
 * Starts a process and starts it again whenever it ends by itself.
 *
 * The first start may fail, and then fails this. A later one is repeated with
 * growing pauses for as long as Galka runs: what depends on the process says
 * meanwhile that it is away, and goes on when it is back.
 */
export async function keepRunning<T extends Running>(
  watched: Watched,
  start: () => Promise<T>,
): Promise<AsyncDisposable & { readonly first: T }> {
  const first = await start();
  const over = new AbortController();
  let current: T | null = first;

  async function watch(): Promise<void> {
    let waitMs = 0;
    while (!over.signal.aborted && current) {
      const since = performance.now();
      await Promise.race([current.ended, aborted(over.signal)]);
      if (over.signal.aborted) return;
      waitMs = performance.now() - since > WELL_AFTER_MS ? 0 : nextWait(watched, waitMs);
      watched.say(`${watched.name} ended unexpectedly; starting it again …`);
      current = await startAgain(watched, start, over.signal, waitMs);
      if (current) watched.say(`${watched.name} is back.`);
    }
  }

  const watching = watch();
  return {
    first,
    async [Symbol.asyncDispose]() {
      over.abort();
      await watching;
      await current?.[Symbol.asyncDispose]();
    },
  };
}

async function startAgain<T>(
  watched: Watched,
  start: () => Promise<T>,
  over: AbortSignal,
  firstWaitMs: number,
): Promise<T | null> {
  for (let waitMs = firstWaitMs; !over.aborted; waitMs = nextWait(watched, waitMs)) {
    await Promise.race([sleep(waitMs), aborted(over)]);
    if (over.aborted) break;
    try {
      return await start();
    } catch (error) {
      watched.say(
        `${watched.name} does not start: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  return null;
}

function nextWait({ waitMs = 250, longestWaitMs = 10_000 }: Watched, beforeMs: number): number {
  return Math.min(Math.max(waitMs, beforeMs * 2), longestWaitMs);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
