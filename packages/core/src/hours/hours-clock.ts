import { type OfficeHours, DAY_MINUTES } from "./office-hours.ts";
import { openZone } from "./zone.ts";

/** Office hours as a clock can be asked about them. */
export type HoursClock = {
  isOpenAt(at: Date): boolean;
  /** The first moment from `at` on that is open: `at` itself when open; null when none comes within a year and a bit. */
  nextOpening(at: Date): Date | null;
  /** The first moment from `at` on that is closed: `at` itself when closed; null when none comes within a year and a bit. */
  nextClosing(at: Date): Date | null;
  /** How long it was open between two moments; 0 when they are in the wrong order. */
  workingMs(from: Date, to: Date): number;
  /** The moment by which it will have been open for so long since `from`; null when that is not within a year and a bit. */
  afterWorkingMs(from: Date, ms: number): Date | null;
};

/** Open from `fromMs` until just before `toMs`. */
type Span = { readonly fromMs: number; readonly toMs: number };

const MINUTE_MS = 60_000;
const DAY_MS = DAY_MINUTES * MINUTE_MS;
/** A clock that is asked further ahead than this answers that it does not know. */
const FAR_DAYS = 400;

/**
 * Opens hours for questions. Keep what it answers: it remembers the days it has looked at.
 *
 * A period ends and begins when the wall clock first shows its time, so that
 * changing the clocks makes a night longer or shorter and never opens one
 * minute twice.
 */
export function hoursClock(hours: OfficeHours): HoursClock {
  const zone = openZone(hours.timeZone);
  const holidays = new Map(hours.holidays.map(({ date, periods }) => [date, periods]));
  const days = new Map<number, readonly Span[]>();
  return {
    isOpenAt: (at) => {
      // The next day too: clocks that are put back over midnight show the old day once more.
      const day = dayOf(at.getTime());
      return [...spansOf(day), ...spansOf(day + 1)].some((span) => isWithin(span, at.getTime()));
    },
    nextOpening(at) {
      const span = firstSpan(at.getTime());
      return span && new Date(Math.max(span.fromMs, at.getTime()));
    },
    nextClosing,
    workingMs,
    afterWorkingMs,
  };

  function nextClosing(at: Date): Date | null {
    let closesMs = at.getTime();
    for (const span of spansFrom(closesMs)) {
      if (span.fromMs > closesMs) return new Date(closesMs);
      closesMs = span.toMs;
    }
    const horizonMs = at.getTime() + (FAR_DAYS - 2) * DAY_MS;
    return closesMs < horizonMs ? new Date(closesMs) : null;
  }

  function workingMs(from: Date, to: Date): number {
    const [fromMs, toMs] = [from.getTime(), to.getTime()];
    let total = 0;
    const lastDay = dayOf(toMs) + 1;
    for (let day = dayOf(fromMs); day <= lastDay; day++) {
      for (const span of spansOf(day)) {
        total += Math.max(0, Math.min(span.toMs, toMs) - Math.max(span.fromMs, fromMs));
      }
    }
    return total;
  }

  function afterWorkingMs(from: Date, ms: number): Date | null {
    let leftMs = ms;
    if (leftMs <= 0) return from;
    for (const span of spansFrom(from.getTime())) {
      const fromMs = Math.max(span.fromMs, from.getTime());
      if (span.toMs - fromMs >= leftMs) return new Date(fromMs + leftMs);
      leftMs -= span.toMs - fromMs;
    }
    return null;
  }

  function firstSpan(fromMs: number): Span | null {
    for (const span of spansFrom(fromMs)) return span;
    return null;
  }

  /** What is open from a moment on, in order, as far ahead as one looks. */
  function* spansFrom(fromMs: number): Generator<Span> {
    const first = dayOf(fromMs);
    for (let day = first; day < first + FAR_DAYS; day++) {
      for (const span of spansOf(day)) if (span.toMs > fromMs) yield span;
    }
  }

  /** Which local day it is, counted from 1970. */
  function dayOf(atMs: number): number {
    return Math.floor(zone.wallMsAt(atMs) / DAY_MS);
  }

  function spansOf(day: number): readonly Span[] {
    const known = days.get(day);
    if (known) return known;
    const spans = readDay(day);
    if (days.size > 5_000) days.clear();
    days.set(day, spans);
    return spans;
  }

  function readDay(day: number): readonly Span[] {
    const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
    // The first of January 1970 was a Thursday: the fourth day of a week that begins on Monday.
    const weekday = (((day + 3) % 7) + 7) % 7;
    const periods = holidays.get(date) ?? hours.week[weekday] ?? [];
    return periods
      .map(({ fromMinute, toMinute }) => ({
        fromMs: zone.instantMsOf(day * DAY_MS + fromMinute * MINUTE_MS),
        toMs: zone.instantMsOf(day * DAY_MS + toMinute * MINUTE_MS),
      }))
      .filter(({ fromMs, toMs }) => fromMs < toMs);
  }
}

function isWithin({ fromMs, toMs }: Span, atMs: number): boolean {
  return fromMs <= atMs && atMs < toMs;
}
