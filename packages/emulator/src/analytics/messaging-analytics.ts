import { zoneName } from "../bill/time-zone.ts";
import type { JsonObject } from "../json.ts";
import { listStats, type StatSlot } from "../store/bill/stat-slots.ts";
import type { Waba } from "../store/kinds.ts";
import type { World } from "../world.ts";
import { bucketOf, type Granularity, inSeconds } from "./buckets.ts";
import { type Filters, invalidCombination, readRange } from "./read-filters.ts";
import { wantsNumber } from "./wants-number.ts";

const GRANULARITIES = { HALF_HOUR: "half-hour", DAY: "day", MONTH: "month" } as const;
const NAMES = ["HALF_HOUR", "DAY", "MONTH"] as const;
/** Notifications are templates, customer support is the rest; those above 100 are of groups. */
const PRODUCT_TYPES = ["0", "2", "101", "102", "103"] as const;

/**
 * `analytics`: how many messages the account's numbers sent, and how many arrived.
 *
 * Meta: docs/…/analytics ("Messaging analytics"), read 2026-11.
 */
export function messagingAnalytics(world: World, waba: Waba, filters: Filters): JsonObject {
  const range = readRange(filters, world.clock.now());
  const granularity = filters.oneOf("granularity", NAMES);
  const products = filters.words("product_types", PRODUCT_TYPES);
  if (products.includes("103") && products.length > 1) throw invalidCombination();
  const countries = filters.list("country_codes");
  const wanted = wantsNumber(world, waba, filters);
  const slots = listStats(world.db, waba.id, range.from, range.to).filter(
    (it) =>
      wanted.has(it.phoneNumberId) &&
      (countries.length === 0 || countries.includes(it.country)) &&
      (products.length === 0 || products.includes(it.templateId === "" ? "2" : "0")),
  );
  return {
    phone_numbers: wanted.phones(),
    country_codes: [...new Set(slots.map((it) => it.country))].toSorted(),
    granularity,
    data_points: points(zoneName(waba.timezoneId), GRANULARITIES[granularity], slots),
  };
}

function points(
  zone: string,
  granularity: Granularity,
  slots: readonly StatSlot[],
): readonly JsonObject[] {
  const counts = new Map<number, { end: number; sent: number; delivered: number }>();
  for (const { at, metric, count } of slots) {
    const bucket = inSeconds(bucketOf(zone, granularity, at));
    const known = counts.get(bucket.start) ?? { end: bucket.end, sent: 0, delivered: 0 };
    counts.set(bucket.start, known);
    if (metric === "sent") known.sent += count;
    if (metric === "delivered") known.delivered += count;
  }
  return [...counts].map(([start, { end, sent, delivered }]) => ({ start, end, sent, delivered }));
}
