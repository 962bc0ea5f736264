import { daysOf } from "@galka/core/figures/period";
import { type HoursClock, hoursClock } from "@galka/core/hours/hours-clock";
import { type HoursBook, hoursOf } from "@galka/core/hours/hours-of";
import type { OfficeHours } from "@galka/core/hours/office-hours";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { inWorkspace } from "@galka/postgres/database";
import { foldFigures, recountDay } from "@galka/postgres/stores/figures/fold";
import {
  type Measured,
  type Unmeasured,
  listUnmeasured,
  recountWaits,
  saveMeasured,
} from "@galka/postgres/stores/figures/waits";
import { findCounting, saveProgress } from "@galka/postgres/stores/figures/zone";
import {
  countDays,
  forgetChangedDays,
  hasManyWaits,
} from "@galka/postgres/stores/figures/wait-days";
import { loadHours } from "@galka/postgres/stores/work/hours";
import type { App } from "../../app.ts";
import { EXACT_WAITS, withDaysBefore } from "./read-answer-times.ts";

const MEASURED_AT_ONCE = 1_000;
const DAY_MS = 86_400_000;

/** Adds up what was counted, and measures by office hours what has come to an end. */
export async function keepFigures(
  app: App,
  workspaceId: WorkspaceId,
  signal: AbortSignal,
): Promise<void> {
  await inWorkspace(app.db, workspaceId, (tx) => foldFigures(tx, workspaceId));
  let measured = MEASURED_AT_ONCE;
  while (measured >= MEASURED_AT_ONCE && !signal.aborted) {
    measured = await inWorkspace(app.db, workspaceId, async (tx) => {
      const waiting = await listUnmeasured(tx, workspaceId, MEASURED_AT_ONCE);
      const book = waiting.length > 0 ? await loadHours(tx, workspaceId) : null;
      if (book) await saveMeasured(tx, workspaceId, waiting.map(measuredBy(book)));
      return waiting.length;
    });
  }
  await countRecentDays(app, workspaceId, signal);
}

/** How far back the waits of each day are counted before somebody asks. */
const COUNTED_DAYS = 92;

async function countRecentDays(
  app: App,
  workspaceId: WorkspaceId,
  signal: AbortSignal,
): Promise<void> {
  const nowMs = app.clock.now().getTime();
  const dayBefore = (days: number) => new Date(nowMs - days * DAY_MS).toISOString().slice(0, 10);
  const period = withDaysBefore({ from: dayBefore(COUNTED_DAYS), to: dayBefore(0) });
  let left = "more";
  while (left === "more" && !signal.aborted) {
    left = await inWorkspace(app.db, workspaceId, async (tx) => {
      if (await hasManyWaits(tx, workspaceId, period, EXACT_WAITS)) {
        return countDays(tx, workspaceId, period);
      }
      await forgetChangedDays(tx, workspaceId);
      return "done";
    });
  }
}

/** Measures with one clock for each hours, for each remembers the days that it has looked at. */
function measuredBy(book: HoursBook): (it: Unmeasured) => Measured {
  const clocks = new Map<OfficeHours, HoursClock>();
  return ({ kind, conversationId, from, to, channelId, teamId }) => {
    const hours = hoursOf(book, { teamId, channelId });
    const clock = clocks.get(hours) ?? hoursClock(hours);
    clocks.set(hours, clock);
    return { kind, conversationId, from, to, officeMs: clock.workingMs(from, to) };
  };
}

/**
 * Counts everything anew, a day after the other, from where it stopped.
 *
 * Nobody waits for longer than one day's count takes, and what happens meanwhile
 * is counted as ever. Stopped half-way, it goes on at the day at which it was.
 */
export async function recountFigures(
  app: App,
  workspaceId: WorkspaceId,
  signal: AbortSignal,
): Promise<"done" | "interrupted"> {
  const counting = await inWorkspace(app.db, workspaceId, (tx) => findCounting(tx, workspaceId));
  const from = counting?.recountFrom ?? null;
  if (from === null) return "done";
  // By the machine's clock or the demo's, whichever is ahead: messages lie before both.
  const lastMs = Math.max(Date.now(), app.clock.now().getTime()) + 2 * DAY_MS;
  for (const day of daysOf({ from, to: new Date(lastMs).toISOString().slice(0, 10) })) {
    if (signal.aborted) return "interrupted";
    await inWorkspace(app.db, workspaceId, async (tx) => {
      await recountDay(tx, workspaceId, day);
      await saveProgress(tx, workspaceId, day);
    });
  }
  let after: string | null = null;
  do {
    if (signal.aborted) return "interrupted";
    const begin: string | null = after;
    after = await inWorkspace(app.db, workspaceId, (tx) => recountWaits(tx, workspaceId, begin));
  } while (after !== null);
  await inWorkspace(app.db, workspaceId, (tx) => saveProgress(tx, workspaceId, null));
  await keepFigures(app, workspaceId, signal);
  return "done";
}
