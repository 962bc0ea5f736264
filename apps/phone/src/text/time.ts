const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The time of day as the reader's language writes it: 10:02 or 10:02 AM. */
export function clockTime(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(at);
}

/** The time of day to the second, for a line of a log. */
export function secondTime(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: "medium" }).format(at);
}

/** Day and time in full, for a title or a log line. */
export function exactTime(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium" }).format(at);
}

/** Which day label a moment belongs under, as seen at `now`. */
export type DayLabel =
  | { readonly kind: "today" | "yesterday" }
  | { readonly kind: "date"; readonly text: string };

export function dayLabel(now: number, at: number, language: string): DayLabel {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);
  if (days === 0) return { kind: "today" };
  if (days === 1) return { kind: "yesterday" };
  const style: Intl.DateTimeFormatOptions =
    days > 1 && days < 7
      ? { weekday: "long" }
      : { day: "numeric", month: "long", ...(sameYear(now, at) ? {} : { year: "numeric" }) };
  return { kind: "date", text: new Intl.DateTimeFormat(language, style).format(at) };
}

/** Two moments of one calendar day in the reader's time zone. */
export function sameDay(a: number, b: number): boolean {
  return startOfDay(a) === startOfDay(b);
}

/** 75 seconds as 1:15. */
export function duration(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.round(seconds)) : 0;
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Hours and minutes by which the emulator's clock runs ahead of the real one; null when it does not. */
export function aheadBy(
  offsetMs: number,
): { readonly hours: number; readonly minutes: number } | null {
  const minutes = Math.round(offsetMs / MINUTE_MS);
  if (minutes === 0) return null;
  return { hours: Math.trunc(minutes / 60), minutes: minutes % 60 };
}

function startOfDay(at: number): number {
  const day = new Date(at);
  day.setHours(0, 0, 0, 0);
  return day.getTime();
}

function sameYear(a: number, b: number): boolean {
  return new Date(a).getFullYear() === new Date(b).getFullYear();
}
