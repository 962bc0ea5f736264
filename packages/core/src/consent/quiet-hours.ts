import { type Zone, openZone } from "../hours/zone.ts";

/** From one time of the wall clock to another, over midnight where it ends before it begins. */
export type QuietHours = {
  /** Minutes after midnight. The first minute that is quiet. */
  readonly fromMinute: number;
  /** The first minute that is not quiet any more. Never the same as `fromMinute`. */
  readonly toMinute: number;
};

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Whoever cannot be reached within so long cannot be reached at all: the clocks repeat themselves by the day. */
const HORIZON_MS = 3 * DAY_MS;

/**
 * The first moment from `now` on at which it is quiet in none of the zones nor by
 * any of the rules; null when there is none.
 *
 * Somebody who may be in several zones is written to only while it is day in all
 * of them.
 */
export function nextAllowedAt(
  now: Date,
  zones: readonly string[],
  rules: QuietHours | readonly QuietHours[] | null,
): Date | null {
  const quiet = rules === null ? [] : "fromMinute" in rules ? [rules] : rules;
  const clocks = zones.map(zoneNamed);
  let atMs = now.getTime();
  while (atMs <= now.getTime() + HORIZON_MS) {
    const next = quiet.reduce(
      (latest, rule) => clocks.reduce((ms, clock) => quietUntil(ms, clock, rule), latest),
      atMs,
    );
    if (next === atMs) return new Date(atMs);
    atMs = next;
  }
  return null;
}

/** The first moment after `now` at which it begins to be quiet in one of the zones; null when it never is. */
export function quietFrom(
  now: Date,
  zones: readonly string[],
  rules: readonly QuietHours[],
): Date | null {
  const begins = zones.map(zoneNamed).flatMap((clock) =>
    rules.map(({ fromMinute }) => {
      const wallMs = clock.wallMsAt(now.getTime());
      const today = Math.floor(wallMs / DAY_MS) * DAY_MS + fromMinute * MINUTE_MS;
      return clock.instantMsOf(today > wallMs ? today : today + DAY_MS);
    }),
  );
  return begins.length === 0 ? null : new Date(Math.min(...begins));
}

/** The end of the quiet time that a moment lies in; the moment itself where it lies in none. */
function quietUntil(atMs: number, clock: Zone, { fromMinute, toMinute }: QuietHours): number {
  const wallMs = clock.wallMsAt(atMs);
  const midnightMs = Math.floor(wallMs / DAY_MS) * DAY_MS;
  const minute = (wallMs - midnightMs) / MINUTE_MS;
  const isOverMidnight = toMinute < fromMinute;
  const isQuiet = isOverMidnight
    ? minute >= fromMinute || minute < toMinute
    : minute >= fromMinute && minute < toMinute;
  if (!isQuiet) return atMs;
  const endsTomorrow = isOverMidnight && minute >= fromMinute;
  const endMs = midnightMs + toMinute * MINUTE_MS + (endsTomorrow ? DAY_MS : 0);
  return Math.max(atMs + 1, clock.instantMsOf(endMs));
}

const opened = new Map<string, Zone>();

/** Opening a zone takes a while, and what is opened says the same for good. */
function zoneNamed(name: string): Zone {
  const known = opened.get(name);
  if (known) return known;
  const zone = openZone(name);
  opened.set(name, zone);
  return zone;
}
