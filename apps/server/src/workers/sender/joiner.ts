import { setTimeout as sleep } from "node:timers/promises";
import type { App } from "../../app.ts";
import { findLeftWaiting, joinReports } from "../../operations/sends/join-reports.ts";
import { rightOfWayOf } from "../../right-of-way.ts";
import type { Owned } from "../../operations/sends/own-channel.ts";
import type { Named } from "../../operations/webhooks/make-known.ts";

/** Joins messages with what was reported of them before they were known, many at once. */
export type Joiner = {
  add(known: readonly Named[]): void;
  /** Resolves when nothing is left to join. */
  idle(): Promise<void>;
};

const AT_ONCE = 500;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Goes behind the recorder, so that what was sent is written down without
 * waiting for whoever applies what the channel tells.
 *
 * Begins with what an owner has left who ended between the two. Keeps what it
 * was given until it is joined, however long the database is away.
 */
export function openJoiner(app: App, owned: Owned, onFault: (error: unknown) => void): Joiner {
  const waiting: Named[] = [];
  let isFirst = true;
  let working: Promise<void> | null = work();

  return {
    add(known) {
      waiting.push(...known);
      if (waiting.length > 0) working ??= work();
    },
    idle: () => working ?? Promise.resolve(),
  };

  async function work(): Promise<void> {
    let pauseMs = 50;
    while (isFirst || waiting.length > 0) {
      try {
        if (isFirst) waiting.push(...(await findLeftWaiting(app, owned)));
        isFirst = false;
        await rightOfWayOf(app).give();
        const group = waiting.slice(0, AT_ONCE);
        await joinReports(app, owned, group);
        waiting.splice(0, group.length);
        pauseMs = 50;
      } catch (error) {
        onFault(error);
        await sleep(pauseMs, undefined, { ref: false });
        pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
      }
    }
    working = null;
  }
}
