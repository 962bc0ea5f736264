import { type Period, daysOf } from "./period.ts";

/**
 * How many waits fell into each bucket: a bucket, its count, the next bucket, its count.
 *
 * A flat list, because a month of a large team has a hundred thousand of them.
 */
export type Buckets = readonly number[];

export const SPREADS = [
  "first-wall",
  "first-office",
  "next-wall",
  "next-office",
  "resolution-wall",
  "resolution-office",
] as const;
export type SpreadName = (typeof SPREADS)[number];

/**
 * What the waits that began on one day come to.
 *
 * `queue` is by how many the queue changed in each hour since the day began;
 * an answer two days later is the day's on which was asked.
 */
export type WaitsTold = Readonly<Partial<Record<SpreadName | "queue", Buckets>>>;

/** A second, and each hundredth more of its logarithm: whatever falls into a bucket is within half a percent of it. */
export function msOfBucket(bucket: number): number {
  return Math.round(1000 * Math.exp(bucket / 100));
}

/** All days in one, in the order of the buckets. */
export function addBuckets(all: Iterable<Buckets | undefined>): Buckets {
  const counts: number[] = [];
  for (const buckets of all) {
    if (buckets === undefined) continue;
    for (let at = 0; at < buckets.length; at += 2) {
      const bucket = buckets[at] ?? 0;
      while (counts.length <= bucket) counts.push(0);
      counts[bucket] = (counts[bucket] ?? 0) + (buckets[at + 1] ?? 0);
    }
  }
  const sum: number[] = [];
  for (const [bucket, count] of counts.entries()) if (count !== 0) sum.push(bucket, count);
  return sum;
}

export function countOf(buckets: Buckets): number {
  let sum = 0;
  for (let at = 1; at < buckets.length; at += 2) sum += buckets[at] ?? 0;
  return sum;
}

/** The least that so large a `share` of all waits did not exceed; null of none. */
export function shareOf(buckets: Buckets, share: number): number | null {
  const enough = countOf(buckets) * share;
  let reached = 0;
  for (let at = 0; at < buckets.length; at += 2) {
    reached += buckets[at + 1] ?? 0;
    if (reached >= enough) return msOfBucket(buckets[at] ?? 0);
  }
  return null;
}

/** An hour of the week, Monday as 0, and how many waited when it began, on average. */
export type QueueHour = {
  readonly weekday: number;
  readonly hour: number;
  readonly waiting: number;
};

/** The days before a period whose waits may still last when it begins. */
export const QUEUE_DAYS_BEFORE = 2;

const DAY_MS = 86_400_000;

/** How many waited at the beginning of each hour of the week, from how the queue changed on each day. */
export function queueOf(period: Period, changes: ReadonlyMap<string, Buckets>): QueueHour[] {
  const from = new Date(Date.parse(period.from) - QUEUE_DAYS_BEFORE * DAY_MS);
  const days = daysOf({ from: from.toISOString().slice(0, 10), to: period.to });
  const byHour = Array.from({ length: days.length * 24 }, () => 0);
  for (const [at, day] of days.entries()) {
    const told = changes.get(day) ?? [];
    for (let place = 0; place < told.length; place += 2) {
      const index = at * 24 + (told[place] ?? 0);
      byHour[index] = (byHour[index] ?? 0) + (told[place + 1] ?? 0);
    }
  }
  const sums = Array.from({ length: 7 * 24 }, () => ({ waiting: 0, count: 0 }));
  // 1970-01-01 was a Thursday.
  const firstWeekday = (Math.floor(from.getTime() / DAY_MS) + 3) % 7;
  let waiting = 0;
  for (const [index, change] of byHour.slice(0, days.length * 24).entries()) {
    const sum = sums[(firstWeekday * 24 + index) % sums.length];
    if (sum && index >= QUEUE_DAYS_BEFORE * 24) {
      sum.waiting += waiting;
      sum.count += 1;
    }
    waiting += change;
  }
  return sums.flatMap(({ waiting: sum, count }, index) => {
    if (count === 0) return [];
    const average = Math.round((sum / count) * 10) / 10;
    return [{ weekday: Math.floor(index / 24), hour: index % 24, waiting: average }];
  });
}
