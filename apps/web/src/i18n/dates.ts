/** What the catalogue says for the days that have a name of their own. */
export type DayWords = { readonly today: string; readonly yesterday: string };

const DAY_MS = 24 * 60 * 60 * 1000;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}:${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

/** 10:02, or 10:02 AM where that is the custom. */
export function clockTime(locale: string, at: Date): string {
  return format(locale, { hour: "numeric", minute: "2-digit" }).format(at);
}

/** The whole truth, for a title: 22 November 2026 at 10:02:45. */
export function exactTime(locale: string, at: Date): string {
  return format(locale, { dateStyle: "long", timeStyle: "medium" }).format(at);
}

/** As short as a line of the inbox allows: the clock today, a weekday within the week, then the date. */
export function listTime(locale: string, now: Date, at: Date, words: DayWords): string {
  const days = daysBetween(at, now);
  if (days <= 0) return clockTime(locale, at);
  if (days === 1) return words.yesterday;
  if (days < 7) return format(locale, { weekday: "short" }).format(at);
  if (at.getFullYear() === now.getFullYear()) {
    return format(locale, { day: "numeric", month: "short" }).format(at);
  }
  return format(locale, { day: "2-digit", month: "2-digit", year: "2-digit" }).format(at);
}

/** The heading of a day in a thread. */
export function dayName(locale: string, now: Date, at: Date, words: DayWords): string {
  const days = daysBetween(at, now);
  if (days === 0) return words.today;
  if (days === 1) return words.yesterday;
  if (days > 0 && days < 7) return format(locale, { weekday: "long" }).format(at);
  const year = at.getFullYear() === now.getFullYear() ? {} : ({ year: "numeric" } as const);
  return format(locale, { day: "numeric", month: "long", ...year }).format(at);
}

/** A day and a time, for what happened some time ago: 22 Nov, 10:02. */
export function dayAndTime(locale: string, now: Date, at: Date): string {
  if (daysBetween(at, now) === 0) return clockTime(locale, at);
  const year = at.getFullYear() === now.getFullYear() ? {} : ({ year: "numeric" } as const);
  return format(locale, {
    day: "numeric",
    month: "short",
    ...year,
    hour: "numeric",
    minute: "2-digit",
  }).format(at);
}

export function dateOnly(locale: string, at: Date): string {
  return format(locale, { dateStyle: "medium" }).format(at);
}

/** A day of somebody's calendar, as YYYY-MM-DD, to be shown as it is whatever clock the reader has. */
export function dayOf(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date);
}

/** The calendar day, in the browser's time zone; two moments of one day have the same key. */
export function dayKey(at: Date): string {
  return `${at.getFullYear()}-${at.getMonth() + 1}-${at.getDate()}`;
}

/** How many midnights lie between; negative when `at` is on a later day. */
function daysBetween(at: Date, now: Date): number {
  return Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
