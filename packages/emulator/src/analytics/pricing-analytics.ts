import { compact, type JsonObject } from "../json.ts";
import type { Waba } from "../store/kinds.ts";
import type { World } from "../world.ts";
import { inSeconds } from "./buckets.ts";
import { addUp, type MoneyGroup, readMoney, units } from "./money-analytics.ts";
import type { Filters } from "./read-filters.ts";

const DIMENSIONS = ["COUNTRY", "PHONE", "PRICING_CATEGORY", "PRICING_TYPE", "TIER"] as const;
const METRICS = ["COST", "VOLUME"] as const;
const TYPES = [
  "FREE_CUSTOMER_SERVICE",
  "FREE_ENTRY_POINT",
  "FREE_GROUP_CUSTOMER_SERVICE",
  "REGULAR",
] as const;
const CATEGORIES = [
  "AUTHENTICATION",
  "AUTHENTICATION_INTERNATIONAL",
  "MARKETING",
  "MARKETING_LITE",
  "SERVICE",
  "UTILITY",
  "REFERRAL_CONVERSION",
  "GROUP_MARKETING",
  "GROUP_SERVICE",
  "GROUP_UTILITY",
] as const;

/**
 * `pricing_analytics`: delivered messages and what they cost, since messages
 * are charged one by one.
 *
 * Meta: docs/…/analytics ("Pricing analytics"), read 2026-11.
 */
export function pricingAnalytics(world: World, waba: Waba, filters: Filters): JsonObject {
  const dimensions = filters.words("dimensions", DIMENSIONS);
  const metrics = filters.choices("metric_types", METRICS);
  const types = filters.choices("pricing_types", TYPES);
  const categories = filters.choices("pricing_categories", CATEGORIES);
  const groups = readMoney(world, waba, filters, {
    by: ["category", "type", "tier"],
    filter: { model: "PMP" },
  }).filter(
    (it) =>
      types.some((type) => type === typeOf(it)) &&
      categories.some((category) => category === categoryOf(it)),
  );
  const points = addUp(groups, (group) => ({
    phone_number: dimensions.includes("PHONE") ? group.phone : undefined,
    country: dimensions.includes("COUNTRY") ? group.keys["country"] : undefined,
    tier: dimensions.includes("TIER") ? tierOf(group) : undefined,
    pricing_type: dimensions.includes("PRICING_TYPE") ? typeOf(group) : undefined,
    pricing_category: dimensions.includes("PRICING_CATEGORY") ? categoryOf(group) : undefined,
  })).map((it) => ({
    ...inSeconds(it.bucket),
    ...compact(it.shown),
    ...(metrics.includes("VOLUME") ? { volume: it.messageCount } : {}),
    ...(metrics.includes("COST") ? { cost: units(it.amountMicros) } : {}),
  }));
  return { data: [{ data_points: points }] };
}

function typeOf(group: MoneyGroup): string {
  return (group.keys["type"] ?? "").toUpperCase();
}

function categoryOf(group: MoneyGroup): string {
  return (group.keys["category"] ?? "").toUpperCase().replaceAll("-", "_");
}

/** Free messages have no tier, marketing has one without an end. */
function tierOf(group: MoneyGroup): string | undefined {
  if (typeOf(group) !== "REGULAR") return undefined;
  const tier = group.keys["tier"] ?? "";
  return tier === "" ? "0:MAX" : tier;
}
