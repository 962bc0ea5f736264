import { setTimeout as sleep } from "node:timers/promises";
import type { App } from "../../app.ts";
import type { Owned } from "../../operations/sends/own-channel.ts";
import { type Ended, recordOutcomes } from "../../operations/sends/record-outcomes.ts";

/** Writes down how attempts ended, as many at once as have ended meanwhile. */
export type Recorder = {
  add(ended: Ended): void;
  /** Waits until everything is written, at most so long; true when it is. */
  settled(patienceMs: number): Promise<boolean>;
};

const AT_ONCE = 500;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Keeps what it was given in memory until the database has it: an answer that
 * came while the database was away is not lost as long as this process lives.
 */
export function openRecorder(
  app: App,
  owned: Owned,
  onWritten: (ended: readonly Ended[]) => void,
): Recorder {
  const waiting: Ended[] = [];
  let isWriting = false;
  let tell: (() => void) | null = null;

  return {
    add(ended) {
      waiting.push(ended);
      if (!isWriting) void write();
    },
    async settled(patienceMs) {
      if (!isWriting) return true;
      const over = new AbortController();
      const done = new Promise<boolean>((resolve) => {
        tell = () => resolve(true);
      });
      const impatient = sleep(patienceMs, false, { signal: over.signal }).catch(() => false);
      const isDone = await Promise.race([done, impatient]);
      over.abort();
      return isDone;
    },
  };

  async function write(): Promise<void> {
    isWriting = true;
    let pauseMs = 50;
    while (waiting.length > 0) {
      const group = waiting.slice(0, AT_ONCE);
      try {
        await recordOutcomes(app, owned, group);
        waiting.splice(0, group.length);
        pauseMs = 50;
        onWritten(group);
      } catch (error) {
        app.metrics.count("faults", { where: "sender" });
        app.log.error(
          { error, count: waiting.length },
          "Answers could not be written; trying again",
        );
        await sleep(pauseMs, undefined, { ref: false });
        pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
      }
    }
    isWriting = false;
    tell?.();
  }
}
