import { setTimeout as sleep } from "node:timers/promises";
import { isDataError } from "@galka/postgres/data-error";
import type { App } from "../../app.ts";
import type { SendOutcome } from "../../channels/gateway.ts";
import type { Owned } from "../../operations/sends/own-channel.ts";
import { type Ended, recordOutcomes } from "../../operations/sends/record-outcomes.ts";
import { rightOfWayOf } from "../../right-of-way.ts";
import type { Named } from "../../operations/webhooks/make-known.ts";

/** Writes down how attempts ended, as many at once as have ended meanwhile. */
export type Recorder = {
  add(ended: Ended): void;
  /** Waits until everything is written, at most so long; true when it is. */
  settled(patienceMs: number): Promise<boolean>;
};

const AT_ONCE = 500;
/** For so long the ends of what nobody waits for are gathered: one commit for many of them. */
const GATHERING_MS = 30;
const WORTH_WRITING = 64;
const UNSTORABLE: SendOutcome = {
  outcome: "ambiguous",
  reason: "The answer could not be stored.",
};
const LONGEST_PAUSE_MS = 1_000;

/**
 * Keeps what it was given in memory until the database has it: an answer that
 * came while the database was away is not lost as long as this process lives.
 *
 * An answer that the database will never take is one that nobody can read: its
 * attempt is ambiguous, and the others do not wait for it.
 */
export function openRecorder(
  app: App,
  owned: Owned,
  onWritten: (ended: readonly Ended[], known: readonly Named[]) => void,
): Recorder {
  const waiting: Ended[] = [];
  let atOnce = AT_ONCE;
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
      if (mayGather()) await sleep(GATHERING_MS);
      if (nobodyWaits()) await rightOfWayOf(app).give();
      const group = waiting.slice(0, atOnce);
      try {
        const known = await recordOutcomes(app, owned, group);
        waiting.splice(0, group.length);
        pauseMs = 50;
        atOnce = AT_ONCE;
        onWritten(group, known);
      } catch (error) {
        if (isDataError(error)) narrow(group);
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

  function mayGather(): boolean {
    return waiting.length < WORTH_WRITING && nobodyWaits();
  }

  function nobodyWaits(): boolean {
    return waiting.every(({ send }) => send.lane !== "reply");
  }

  /** Looks for the one that cannot be written, by halves. */
  function narrow(group: readonly Ended[]): void {
    const [first] = group;
    atOnce = Math.ceil(group.length / 2);
    if (group.length > 1 || !first) return;
    if (first.outcome !== UNSTORABLE) waiting[0] = { ...first, outcome: UNSTORABLE };
    // Not even that: it stays dispatching, and becomes ambiguous with the next owner.
    else onWritten(waiting.splice(0, 1), []);
  }
}
