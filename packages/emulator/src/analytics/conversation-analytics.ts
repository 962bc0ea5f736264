import { compact, type JsonObject } from "../json.ts";
import type { Waba } from "../store/kinds.ts";
import type { World } from "../world.ts";
import { inSeconds } from "./buckets.ts";
import { addUp, type MoneyGroup, readMoney, units } from "./money-analytics.ts";
import type { Filters } from "./read-filters.ts";

const DIMENSIONS = [
  "CONVERSATION_CATEGORY",
  "CONVERSATION_DIRECTION",
  "CONVERSATION_TYPE",
  "COUNTRY",
  "PHONE",
] as const;
const METRICS = ["COST", "CONVERSATION"] as const;
const CATEGORIES = ["AUTHENTICATION", "MARKETING", "SERVICE", "UTILITY"] as const;
const DIRECTIONS = ["BUSINESS_INITIATED", "USER_INITIATED", "UNKNOWN"] as const;
/** The filter says FREE_ENTRY for what a data point calls FREE_ENTRY_POINT. */
const TYPES = ["FREE_ENTRY", "FREE_ENTRY_POINT", "FREE_TIER", "REGULAR"] as const;

/**
 * `conversation_analytics`: conversations that were opened, and what they cost.
 * There are none since messages are charged one by one.
 *
 * Meta: docs/…/analytics ("Conversation analytics"), read 2026-11.
 */
export function conversationAnalytics(world: World, waba: Waba, filters: Filters): JsonObject {
  const dimensions = filters.words("dimensions", DIMENSIONS);
  const metrics = filters.choices("metric_types", METRICS);
  const categories = filters.words("conversation_categories", CATEGORIES);
  const types = filters.words("conversation_types", TYPES).map(longType);
  const directions = filters.words("conversation_directions", DIRECTIONS);
  const groups = readMoney(world, waba, filters, {
    by: ["conversation", "type", "category"],
    filter: { model: "CBP", opens: true },
  }).filter(
    (it) =>
      fits(categories, categoryOf(it)) &&
      fits(types, typeOf(it)) &&
      fits(directions, directionOf(it)),
  );
  const points = addUp(groups, (group) => ({
    phone_number: dimensions.includes("PHONE") ? group.phone : undefined,
    country: dimensions.includes("COUNTRY") ? group.keys["country"] : undefined,
    conversation_type: dimensions.includes("CONVERSATION_TYPE") ? typeOf(group) : undefined,
    conversation_direction: dimensions.includes("CONVERSATION_DIRECTION")
      ? directionOf(group)
      : undefined,
    conversation_category: dimensions.includes("CONVERSATION_CATEGORY")
      ? categoryOf(group)
      : undefined,
  })).map((it) => ({
    ...inSeconds(it.bucket),
    ...(metrics.includes("CONVERSATION") ? { conversation: it.openedCount } : {}),
    ...compact(it.shown),
    ...(metrics.includes("COST") ? { cost: units(it.amountMicros) } : {}),
  }));
  return { data: [{ data_points: points }] };
}

function fits(wanted: readonly string[], value: string): boolean {
  return wanted.length === 0 || wanted.includes(value);
}

function longType(type: string): string {
  return type === "FREE_ENTRY" ? "FREE_ENTRY_POINT" : type;
}

/** Service that costs nothing at all counts as the free tier. */
function typeOf(group: MoneyGroup): string {
  const type = group.keys["type"] ?? "";
  return type === "free_customer_service" ? "FREE_TIER" : type.toUpperCase();
}

/** An entry point's conversation is one of service; before 2023-06 there were no categories. */
function categoryOf(group: MoneyGroup): string {
  const conversation = group.keys["conversation"] ?? "";
  if (conversation === "referral_conversion") return "SERVICE";
  return conversation.endsWith("_initiated") ? "UNKNOWN" : conversation.toUpperCase();
}

function directionOf(group: MoneyGroup): string {
  const conversation = group.keys["conversation"] ?? "";
  return conversation.endsWith("_initiated") ? conversation.toUpperCase() : "UNKNOWN";
}
