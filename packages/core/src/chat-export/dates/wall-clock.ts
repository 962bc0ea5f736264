/**
 * A date and time as a phone showed it, in no zone.
 *
 * An export does not say where the phone was, so this is not an instant; a
 * person names the zone before importing, and `instantIn` makes the instant.
 */
export type WallClock = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  /** Null where the export has none: Android writes minutes only. */
  readonly second: number | null;
};

/** The three numbers of a date, in the order the export writes them. */
export type DateOrder = "day-month-year" | "month-day-year" | "year-month-day";

/** The half of the day a 12-hour clock names. `night` is before six in the morning, or late in the evening. */
export type DayHalf = "am" | "pm" | "night";

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The date that three numbers mean in this order, or null when there is no such day. */
export function dateIn(
  order: DateOrder,
  numbers: readonly [number, number, number],
): Pick<WallClock, "year" | "month" | "day"> | null {
  const [first, second, third] = numbers;
  if (order === "year-month-day") return realDate(first, second, third);
  return order === "day-month-year"
    ? realDate(third, second, first)
    : realDate(third, first, second);
}

function realDate(
  written: number,
  month: number,
  day: number,
): Pick<WallClock, "year" | "month" | "day"> | null {
  const year = written < 100 ? 2000 + written : written;
  if (year < 1970 || year > 2200) return null;
  const longest = DAYS[month - 1];
  if (longest === undefined || day < 1 || day > longest) return null;
  if (month === 2 && day === 29 && !isLeapYear(year)) return null;
  return { year, month, day };
}

/** The hour of 0 to 23, or null when a clock does not show it. */
export function hourOfDay(hour: number, half: DayHalf | null): number | null {
  if (half === null) return hour <= 23 ? hour : null;
  // Some phones write a 24-hour clock with a half of the day behind it: "21:04 PM".
  if (hour > 12) return hour <= 23 ? hour : null;
  if (half === "night") return hour === 12 ? 0 : hour < 6 ? hour : hour + 12;
  return (hour % 12) + (half === "pm" ? 12 : 0);
}

/** Negative when `left` is earlier on the wall. */
export function compareWallClocks(left: WallClock, right: WallClock): number {
  return (
    left.year - right.year ||
    left.month - right.month ||
    left.day - right.day ||
    left.hour - right.hour ||
    left.minute - right.minute ||
    (left.second ?? 0) - (right.second ?? 0)
  );
}

/** `2024-03-12T21:04`: the minute, which every export has. */
export function minuteOf(at: WallClock): string {
  return `${at.year}-${two(at.month)}-${two(at.day)}T${two(at.hour)}:${two(at.minute)}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
