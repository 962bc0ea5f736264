/** "2024-03-12T21:04" of a phone's own clock, as people read it. It has no time zone and gets none. */
export function wallClock(locale: string, text: string | null): string {
  const at = momentOf(text);
  return at ? clock(locale).format(at) : (text ?? "–");
}

/** From one moment to another, with what they have in common said once. */
export function wallClockRange(locale: string, from: string | null, to: string | null): string {
  const start = momentOf(from);
  const end = momentOf(to);
  return start && end && start <= end
    ? clock(locale).formatRange(start, end)
    : `${wallClock(locale, from)} – ${wallClock(locale, to)}`;
}

function clock(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
  });
}

function momentOf(text: string | null): Date | null {
  const at = new Date(`${text ?? ""}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}
