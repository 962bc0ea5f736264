/** A moment as the wall clock of a zone shows it: the time alone on the zone's own today. */
export function zoneTime(
  locale: string,
  { at, now, timeZone }: { readonly at: Date; readonly now: Date; readonly timeZone: string },
): string {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
  const date = { weekday: "short", day: "numeric", month: "short" } as const;
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    ...(day.format(at) === day.format(now) ? {} : date),
    hour: "numeric",
    minute: "2-digit",
  }).format(at);
}

/** The days of the week, Monday first. */
export function weekdayNames(locale: string): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  // The fifth of January 1970 was a Monday.
  return Array.from({ length: 7 }, (_, day) => format.format(new Date(Date.UTC(1970, 0, 5 + day))));
}

/** The zones that can be chosen, with the one that is. */
export function zoneNames(chosen: string): readonly string[] {
  return [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), chosen])].toSorted();
}
