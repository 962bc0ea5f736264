import type { WallClock } from "./wall-clock.ts";

/** A zone whose clock can be asked; made by `zoneNamed`. */
export type Zone = {
  readonly name: string;
  /** How far the zone's clock is ahead of UTC at this instant. */
  readonly offsetMsAt: (epochMs: number) => number;
};

/** An instant, and whether the wall clock told it without doubt. */
export type Instant = {
  readonly at: Date;
  /** `skipped`: clocks were put forward over this time. `repeated`: they were put back to it. */
  readonly certainty: "exact" | "skipped" | "repeated";
};

const QUARTER_MS = 15 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The zone of this IANA name ("Europe/Berlin"), or a refusal if there is none. */
export function zoneNamed(
  name: string,
): Zone | { readonly refused: "unknown-zone"; readonly name: string } {
  const clock = clockOf(name);
  if (clock === null) return { refused: "unknown-zone", name };
  const offsets = new Map<number, number>();
  return {
    name,
    offsetMsAt(epochMs) {
      // No zone has changed its offset off a quarter of an hour since phones chat, and asking costs.
      const quarter = Math.floor(epochMs / QUARTER_MS);
      const known = offsets.get(quarter);
      if (known !== undefined) return known;
      const offset = shownBy(clock, quarter * QUARTER_MS) - quarter * QUARTER_MS;
      offsets.set(quarter, offset);
      return offset;
    },
  };
}

/**
 * The instant at which clocks in `zone` showed `at`.
 *
 * A time that was skipped in spring is moved on by the hour that was skipped. A
 * time that came twice in autumn is its first coming, unless that would be
 * before `notBefore`, the instant of the message above it.
 */
export function instantIn(zone: Zone, at: WallClock, notBefore: Date | null = null): Instant {
  const shown = Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second ?? 0);
  const before = zone.offsetMsAt(shown - DAY_MS);
  const after = zone.offsetMsAt(shown + DAY_MS);
  const candidates = [...new Set([shown - before, shown - after])]
    .filter((instant) => instant + zone.offsetMsAt(instant) === shown)
    .sort((left, right) => left - right);
  const [first, second] = candidates;
  if (first === undefined) return { at: new Date(shown - before), certainty: "skipped" };
  if (second === undefined) return { at: new Date(first), certainty: "exact" };
  const isAfterFirst = notBefore !== null && first < notBefore.getTime() - 60_000;
  return { at: new Date(isAfterFirst ? second : first), certainty: "repeated" };
}

function clockOf(name: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    // Intl throws for a name it does not know, and has no other way to say so.
    return null;
  }
}

function shownBy(clock: Intl.DateTimeFormat, epochMs: number): number {
  const parts = new Map<string, number>();
  for (const { type, value } of clock.formatToParts(epochMs)) parts.set(type, Number(value));
  const part = (type: string): number => parts.get(type) ?? 0;
  return Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
}
