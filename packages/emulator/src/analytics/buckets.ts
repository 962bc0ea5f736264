import { addDays, dayIn, dayStart, nextMonth } from "../bill/time-zone.ts";

export type Granularity = "half-hour" | "day" | "month";

/** The stretch of time that a data point stands for, in milliseconds. */
export type Bucket = { readonly start: number; readonly end: number };

const HALF_HOUR_MS = 30 * 60 * 1000;

/** Days and months are those of the zone; half hours are UTC's. */
export function bucketOf(zone: string, granularity: Granularity, at: number): Bucket {
  if (granularity === "half-hour") {
    const start = Math.floor(at / HALF_HOUR_MS) * HALF_HOUR_MS;
    return { start, end: start + HALF_HOUR_MS };
  }
  const day = dayIn(zone, at);
  if (granularity === "day") return dayBucket(zone, day);
  const first = `${day.slice(0, 7)}-01`;
  return { start: dayStart(zone, first), end: dayStart(zone, nextMonth(first)) };
}

export function dayBucket(zone: string, day: string): Bucket {
  return { start: dayStart(zone, day), end: dayStart(zone, addDays(day, 1)) };
}

/** `start` and `end` as data points have them. */
export function inSeconds({ start, end }: Bucket): {
  readonly start: number;
  readonly end: number;
} {
  return { start: start / 1000, end: end / 1000 };
}
