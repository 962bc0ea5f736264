import type { Field } from "../graph/fields.ts";
import type { JsonObject } from "../json.ts";
import type { Waba } from "../store/kinds.ts";
import type { World } from "../world.ts";
import { conversationAnalytics } from "./conversation-analytics.ts";
import { messagingAnalytics } from "./messaging-analytics.ts";
import { pricingAnalytics } from "./pricing-analytics.ts";
import { Filters, readRange } from "./read-filters.ts";
import { templateAnalytics } from "./template-analytics.ts";
import { templateGroupAnalytics } from "./template-group-analytics.ts";

type Analytics = (world: World, waba: Waba, filters: Filters) => JsonObject;

/** Every kind of analytics an account has, by the name of its field and edge. */
export const ANALYTICS: Readonly<Record<string, Analytics>> = {
  analytics: messagingAnalytics,
  conversation_analytics: conversationAnalytics,
  pricing_analytics: pricingAnalytics,
  template_analytics: templateAnalytics,
  template_group_analytics: templateGroupAnalytics,
  call_analytics: nothing,
  group_analytics: nothing,
};

/** The analytics as fields of an account, asked for like `analytics.start(…).end(…)`. */
export function analyticsFields(
  world: World,
  waba: Waba,
): Readonly<Record<string, (field: Field) => JsonObject>> {
  return Object.fromEntries(
    Object.entries(ANALYTICS).map(([name, analytics]) => [
      name,
      (field: Field) => analytics(world, waba, Filters.ofField(field)),
    ]),
  );
}

/** Calls and groups have not happened: a well-formed question has no data points. */
function nothing(world: World, _waba: Waba, filters: Filters): JsonObject {
  readRange(filters, world.clock.now());
  filters.oneOf("granularity", ["HALF_HOUR", "DAILY", "MONTHLY"]);
  return { data: [{ data_points: [] }] };
}
