/** Minutes of the local day from midnight: 0 to 1440. `to` lies after `from`; what passes midnight is written as two. */
export type Period = { readonly fromMinute: number; readonly toMinute: number };

/** A date that is not like its day of the week; without periods it is closed all day. */
export type Holiday = {
  /** As "2026-12-25". */
  readonly date: string;
  readonly name: string;
  readonly periods: readonly Period[];
};

/** When somebody is at work: an office, a team, one member's shifts. */
export type OfficeHours = {
  /** As "Europe/Berlin". */
  readonly timeZone: string;
  /** Seven days, Monday first. The periods of a day are in order and do not overlap. */
  readonly week: readonly (readonly Period[])[];
  readonly holidays: readonly Holiday[];
};

export const DAY_MINUTES = 1440;
const WHOLE_DAY: readonly Period[] = [{ fromMinute: 0, toMinute: DAY_MINUTES }];

/** Of those who wrote down no hours: open day and night. */
export const ALWAYS_OPEN: OfficeHours = {
  timeZone: "UTC",
  week: Array.from({ length: 7 }, () => WHOLE_DAY),
  holidays: [],
};

export type HoursProblem =
  | "week-incomplete"
  | "period-backwards"
  | "periods-overlap"
  | "zone-unknown"
  | "date-invalid"
  | "date-twice";

/** What is wrong with hours that somebody wrote down; null when they can be kept. */
export function problemOfHours(hours: OfficeHours): HoursProblem | null {
  if (!isZone(hours.timeZone)) return "zone-unknown";
  if (hours.week.length !== 7) return "week-incomplete";
  const dates = hours.holidays.map(({ date }) => date);
  if (!dates.every(isDate)) return "date-invalid";
  if (new Set(dates).size < dates.length) return "date-twice";
  const days = [...hours.week, ...hours.holidays.map(({ periods }) => periods)];
  return days.map(problemOfDay).find((problem) => problem !== null) ?? null;
}

function problemOfDay(periods: readonly Period[]): HoursProblem | null {
  if (!periods.every(isForward)) return "period-backwards";
  const overlaps = periods.some((period, n) => {
    const next = periods[n + 1];
    return next !== undefined && next.fromMinute < period.toMinute;
  });
  return overlaps ? "periods-overlap" : null;
}

function isForward({ fromMinute, toMinute }: Period): boolean {
  return 0 <= fromMinute && fromMinute < toMinute && toMinute <= DAY_MINUTES;
}

function isDate(text: string): boolean {
  const atMs = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(atMs) && new Date(atMs).toISOString().startsWith(text);
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
