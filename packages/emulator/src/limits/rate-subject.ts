import { insertDue } from "../store/due.ts";
import {
  addToTally,
  DAY_MS,
  dayOf,
  listTallies,
  type TallyColumn,
} from "../store/limits/tallies.ts";
import type { World } from "../world.ts";
import { type FeedbackDay, type QualityReport, rateQuality } from "../world/limits/quality.ts";

const DAYS = 7;

/** What is rated: `number <id>`, `template <id>`. */
export type Subject = `${"number" | "template"} ${string}`;

/** The days that count for the subject's quality. */
export function daysOf(world: World, subject: Subject): readonly FeedbackDay[] {
  const today = dayOf(world.clock.now());
  return listTallies(world.db, subject, today - DAYS + 1).map(({ day, ...rest }) => ({
    daysAgo: today - day,
    ...rest,
  }));
}

/** The subject's quality and what it comes from. */
export function reportOn(world: World, subject: Subject): QualityReport {
  return rateQuality(daysOf(world, subject));
}

/** Counts one more, and sees to it that the subject is looked at when the day is over. */
export function tally(world: World, subject: Subject, column: TallyColumn): void {
  const now = world.clock.now();
  addToTally(world.db, subject, now, column);
  watch(world, subject);
}

/** Quality is looked at again at the next midnight (UTC), since old feedback counts less and less. */
export function watch(world: World, subject: Subject): void {
  const now = world.clock.now();
  const known = world.kinds.qualityWatches.find(subject);
  if (known !== null && known.nextCheckAt > now) return;
  const nextCheckAt = (dayOf(now) + 1) * DAY_MS;
  world.kinds.qualityWatches.put(subject, {
    subject,
    nextCheckAt,
    judgedAt: known?.judgedAt ?? 0,
  });
  insertDue(world.db, { at: nextCheckAt, kind: "limits", subject: `quality ${subject}` });
  world.wake(nextCheckAt);
}
