/** Works again and again: at once while there is more, on a hint, and by itself after a while. */
export type Loop = AsyncDisposable & { wake(): void };

export type LoopOptions = {
  /** Answers after how many milliseconds to look again by itself; 0 means at once. */
  readonly work: () => Promise<number>;
  readonly onFault: (error: unknown) => void;
};

const AFTER_FAULT_MS = 1_000;

/** Starts at once. A fault is told and does not end it; disposing waits for the work under way. */
export function startLoop({ work, onFault }: LoopOptions): Loop {
  const stopping = new AbortController();
  let isHinted = false;
  let rouse: (() => void) | null = null;
  const ended = run();

  return {
    wake() {
      isHinted = true;
      rouse?.();
    },
    async [Symbol.asyncDispose]() {
      stopping.abort();
      rouse?.();
      await ended;
    },
  };

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      isHinted = false;
      const waitMs = await work().catch((error: unknown) => {
        onFault(error);
        return AFTER_FAULT_MS;
      });
      if (waitMs > 0 && !stopping.signal.aborted) await rest(waitMs);
      else await new Promise((done) => void setImmediate(done));
    }
  }

  function rest(ms: number): Promise<void> {
    if (isHinted) return Promise.resolve();
    return new Promise((done) => {
      const timer = setTimeout(wakeUp, ms);
      rouse = wakeUp;
      function wakeUp(): void {
        clearTimeout(timer);
        rouse = null;
        done();
      }
    });
  }
}
