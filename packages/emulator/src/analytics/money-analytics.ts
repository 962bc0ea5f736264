import { MICROS } from "../bill/money.ts";
import { zoneName } from "../bill/time-zone.ts";
import {
  type BillGroup,
  type GroupKey,
  groupBillLines,
  type LineFilter,
} from "../store/bill/bill-lines.ts";
import type { Waba } from "../store/kinds.ts";
import type { World } from "../world.ts";
import { type Bucket, bucketOf, dayBucket, type Granularity } from "./buckets.ts";
import { type Filters, readRange } from "./read-filters.ts";
import { wantsNumber } from "./wants-number.ts";

/** Names of granularity where money is concerned. */
const GRANULARITIES = { HALF_HOUR: "half-hour", DAILY: "day", MONTHLY: "month" } as const;
const NAMES = ["HALF_HOUR", "DAILY", "MONTHLY"] as const;

/** Lines of the bill added up over a stretch of time. */
export type MoneyGroup = {
  readonly bucket: Bucket;
  readonly phone: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly messageCount: number;
  readonly openedCount: number;
  readonly amountMicros: number;
};

const SLOT_KEY: Readonly<Record<Granularity, GroupKey>> = {
  "half-hour": "slot",
  day: "day",
  month: "month",
};

/** What the account's bill has in the wanted time, by number, country and `by`. */
export function readMoney(
  world: World,
  waba: Waba,
  filters: Filters,
  of: { readonly by: readonly GroupKey[]; readonly filter: LineFilter },
): readonly MoneyGroup[] {
  const range = readRange(filters, world.clock.now());
  const granularity: Granularity = GRANULARITIES[filters.oneOf("granularity", NAMES)];
  const wanted = wantsNumber(world, waba, filters);
  const countries = filters.list("country_codes");
  const time = SLOT_KEY[granularity];
  const groups = groupBillLines(world.db, { ...of.filter, ...range, wabaId: waba.id }, [
    time,
    "number",
    "country",
    ...of.by,
  ]);
  const currency = billedIn(waba, groups);
  const zone = zoneName(waba.timezoneId);
  return groups
    .filter((it) => wanted.has(it.keys["number"] ?? ""))
    .filter((it) => countries.length === 0 || countries.includes(it.keys["country"] ?? ""))
    .map((it) => ({
      bucket: bucketAt(zone, granularity, it.keys[time] ?? ""),
      phone: wanted.phoneOf(it.keys["number"] ?? ""),
      keys: it.keys,
      messageCount: it.messageCount,
      openedCount: it.openedCount,
      amountMicros: it.currency === currency ? it.amountMicros : 0,
    }));
}

/** Costs are told in one currency: the account's own, or dollars where it is billed in those alone. */
function billedIn(waba: Waba, groups: readonly BillGroup[]): string {
  return groups.some((it) => it.currency === waba.currency) ? waba.currency : "USD";
}

const HALF_HOUR_MS = 30 * 60 * 1000;

function bucketAt(zone: string, granularity: Granularity, key: string): Bucket {
  if (granularity === "half-hour") return bucketOf(zone, granularity, Number(key) * HALF_HOUR_MS);
  if (granularity === "day") return dayBucket(zone, key);
  return bucketOf(zone, "month", dayBucket(zone, `${key}-15`).start);
}

/** What data points are told apart by, and in which order their keys come. */
export type PointKeys = Readonly<Record<string, string | undefined>>;

/** Groups with the same time and keys, added up. */
export function addUp(
  groups: readonly MoneyGroup[],
  keysOf: (group: MoneyGroup) => PointKeys,
): readonly (MoneyGroup & { readonly shown: PointKeys })[] {
  const all = new Map<string, MoneyGroup & { readonly shown: PointKeys }>();
  for (const group of groups) {
    const shown = keysOf(group);
    const key = JSON.stringify([group.bucket.start, shown]);
    const known = all.get(key);
    all.set(key, {
      ...group,
      shown,
      messageCount: group.messageCount + (known?.messageCount ?? 0),
      openedCount: group.openedCount + (known?.openedCount ?? 0),
      amountMicros: group.amountMicros + (known?.amountMicros ?? 0),
    });
  }
  return [...all.values()];
}

/** In units of the currency, as analytics tell it. */
export function units(micros: number): number {
  return micros / MICROS;
}
