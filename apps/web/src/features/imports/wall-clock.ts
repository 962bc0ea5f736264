/** "2024-03-12T21:04" of a phone's own clock, as people read it. It has no time zone and gets none. */
export function wallClock(locale: string, text: string | null): string {
  if (text === null) return "–";
  const at = new Date(`${text}Z`);
  if (Number.isNaN(at.getTime())) return text;
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
  }).format(at);
}
