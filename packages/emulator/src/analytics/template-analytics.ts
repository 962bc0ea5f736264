import { addDays, dayIn, dayStart, zoneName } from "../bill/time-zone.ts";
import { invalidParameter } from "../graph/error.ts";
import { type JsonObject, objectsAt, textAt } from "../json.ts";
import { groupBillLines } from "../store/bill/bill-lines.ts";
import { listStats, SLOT_MS, type StatSlot } from "../store/bill/stat-slots.ts";
import type { Template, Waba } from "../store/kinds.ts";
import type { World } from "../world.ts";
import { dayBucket, inSeconds } from "./buckets.ts";
import { requireInsights } from "./insights.ts";
import { units } from "./money-analytics.ts";
import type { Filters, Range } from "./read-filters.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
// Meta: template analytics look back 90 days and take 10 ids, docs/…/analytics, read 2026-11.
export const LOOKBACK_MS = 90 * DAY_MS;
const IDS_MAX = 10;

const METRICS = ["COST", "CLICKED", "DELIVERED", "READ", "SENT"] as const;
const PRODUCTS = ["CLOUD_API", "MARKETING_MESSAGES_API_FOR_WHATSAPP"] as const;
/** Meta: those of websites and apps need the Marketing Messages API, same page. */
const OFFSITE = [
  "APP_ACTIVATIONS",
  "APP_ADD_TO_CART",
  "APP_CHECKOUTS_INITIATED",
  "APP_PURCHASES",
  "APP_PURCHASES_CONVERSION_VALUE",
  "WEBSITE_ADD_TO_CART",
  "WEBSITE_CHECKOUTS_INITIATED",
  "WEBSITE_PURCHASES",
  "WEBSITE_PURCHASES_CONVERSION_VALUE",
] as const;

/** A template as long as it belonged to what is looked at. */
type Stay = { readonly template: Template; readonly from: number; readonly until: number };

/** Several templates that are looked at as one; a template alone is a set of its own. */
export type TemplateSet = { readonly key: JsonObject; readonly stays: readonly Stay[] };

/**
 * `template_analytics`: what became of templates, day by day.
 *
 * @throws GraphError 200005 or 200007.
 */
export function templateAnalytics(world: World, waba: Waba, filters: Filters): JsonObject {
  const since = requireInsights(world, waba);
  const sets = readIds(filters, "template_ids").flatMap((id): TemplateSet[] => {
    const template = world.kinds.templates.find(id);
    return template?.wabaId === waba.id
      ? [{ key: { template_id: id }, stays: [{ template, from: 0, until: Infinity }] }]
      : [];
  });
  const product = filters.oneOf("product_type", PRODUCTS, "CLOUD_API");
  const points = daysOf(world, waba, filters, { sets, since });
  const lite = product !== "CLOUD_API";
  const data = lite ? [] : points;
  return {
    data: [{ ...heading(waba, filters), product_type: product.toLowerCase(), data_points: data }],
  };
}

export function heading(waba: Waba, filters: Filters): JsonObject {
  const zone = filters.flag("use_waba_timezone") ? zoneName(waba.timezoneId) : null;
  return { ...(zone === null ? {} : { waba_timezone: zone }), granularity: "DAILY" };
}

export function readIds(filters: Filters, key: string): readonly string[] {
  const ids = filters.list(key);
  if (ids.length === 0) throw invalidParameter(`The parameter ${key} is required.`);
  if (ids.length > IDS_MAX) {
    throw invalidParameter(`Param ${key} must have at most ${IDS_MAX} elements.`);
  }
  return ids;
}

/** A data point for every set and day on which something happened to it. */
export function daysOf(
  world: World,
  waba: Waba,
  filters: Filters,
  of: { readonly sets: readonly TemplateSet[]; readonly since: number },
): readonly JsonObject[] {
  filters.oneOf("granularity", ["DAILY"]);
  const zone = filters.flag("use_waba_timezone") ? zoneName(waba.timezoneId) : "UTC";
  const metrics = filters
    .choices("metric_types", [...METRICS, ...OFFSITE])
    .flatMap((it) => METRICS.filter((metric) => metric === it));
  const range = readDays(world, filters, zone);
  // Counted by quarters of an hour, so what was sent in the quarter of the confirmation is in it.
  const since = Math.floor(of.since / SLOT_MS) * SLOT_MS;
  const stats = listStats(world.db, waba.id, Math.max(range.from, since), range.to);
  const points: JsonObject[] = [];
  for (let day = dayIn(zone, range.from); dayStart(zone, day) < range.to; day = addDays(day, 1)) {
    const bucket = dayBucket(zone, day);
    const today = stats.filter((it) => it.at >= bucket.start && it.at < bucket.end);
    for (const set of of.sets) {
      const own = today.filter((it) => set.stays.some((stay) => isWithin(stay, it)));
      if (own.length === 0) continue;
      const amountMicros = set.stays
        .map((stay) =>
          spent(world, waba, stay.template.id, {
            from: Math.max(bucket.start, since, stay.from),
            to: Math.min(bucket.end, stay.until),
          }),
        )
        .reduce((sum, it) => sum + it, 0);
      const measured = measure(set, own, amountMicros);
      const shown = metrics.flatMap((it) => {
        const value = measured[it];
        return value === undefined ? [] : [[it.toLowerCase(), value] as const];
      });
      points.push({ ...set.key, ...inSeconds(bucket), ...Object.fromEntries(shown) });
    }
  }
  return points;
}

/** Counted by quarters of an hour, so the quarter in which a template came is counted with it. */
function isWithin({ template, from, until }: Stay, slot: StatSlot): boolean {
  return slot.templateId === template.id && slot.at + SLOT_MS > from && slot.at < until;
}

/** Whole days: an instant within one means its beginning, and the last day is included. */
function readDays(world: World, filters: Filters, zone: string): Range {
  const earliest = world.clock.now() - LOOKBACK_MS;
  const from = dayOf(filters, "start", zone);
  const to = dayOf(filters, "end", zone);
  if (to < from) throw invalidParameter("Param end must not be earlier than param start.");
  return {
    from: Math.max(dayStart(zone, from), dayStart(zone, dayIn(zone, earliest))),
    to: dayStart(zone, addDays(to, 1)),
  };
}

function dayOf(filters: Filters, key: "start" | "end", zone: string): string {
  const given = filters.instantOrDay(key);
  if (typeof given === "string") return given;
  if (filters.flag("use_waba_timezone")) {
    throw invalidParameter(`Param ${key} must be a date (YYYY-MM-DD) with use_waba_timezone.`);
  }
  return dayIn(zone, given);
}

function spent(world: World, waba: Waba, templateId: string, range: Range): number {
  if (range.to <= range.from) return 0;
  return groupBillLines(world.db, { ...range, wabaId: waba.id, templateId }, [])
    .map((it) => it.amountMicros)
    .reduce((sum, it) => sum + it, 0);
}

type Measured = Readonly<Partial<Record<(typeof METRICS)[number], unknown>>>;

function measure(set: TemplateSet, stats: readonly StatSlot[], amountMicros: number): Measured {
  const count = (metric: string) => sum(stats.filter((it) => it.metric === metric));
  const clicks = stats.filter((it) => it.metric.startsWith("click "));
  const urls = clicks.filter((it) => it.metric.startsWith("click url_button "));
  const delivered = count("delivered");
  const templates = set.stays.map((it) => it.template);
  const clickable = templates.every((it) => it.category !== "AUTHENTICATION");
  return {
    SENT: count("sent"),
    DELIVERED: delivered,
    READ: count("read"),
    ...(clickable ? { CLICKED: clickedOf(clicks) } : {}),
    COST: [
      { type: "amount_spent", value: units(amountMicros) },
      share("cost_per_delivered", amountMicros, delivered),
      ...(templates.some(hasUrl)
        ? [share("cost_per_url_button_click", amountMicros, sum(urls))]
        : []),
    ],
  };
}

export function sum(stats: readonly StatSlot[]): number {
  return stats.reduce((total, it) => total + it.count, 0);
}

/** Without anything to divide by there is no value. */
function share(type: string, micros: number, count: number): JsonObject {
  return count === 0 ? { type } : { type, value: units(Math.round(micros / count)) };
}

/** One entry for each button and way of counting. */
export function clickedOf(clicks: readonly StatSlot[]): readonly JsonObject[] {
  const counts = new Map<string, number>();
  for (const { metric, count } of clicks) counts.set(metric, (counts.get(metric) ?? 0) + count);
  return [...counts].map(([metric, count]) => {
    const [, type = "", content = ""] = /^click (\w+) ([\s\S]*)$/.exec(metric) ?? [];
    return { type, button_content: content, count };
  });
}

function hasUrl(template: Template): boolean {
  return template.components.some((component) =>
    objectsAt(component, "buttons").some((button) => textAt(button, "type") === "URL"),
  );
}
