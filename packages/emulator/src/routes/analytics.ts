import { ANALYTICS } from "../analytics/analytics-fields.ts";
import { confirmInsights } from "../analytics/insights.ts";
import { Filters } from "../analytics/read-filters.ts";
import { type Answer, type Call, callWaba, type GraphRoute } from "../graph/call.ts";
import { invalidParameter } from "../graph/error.ts";

/** The analytics of an account as edges, and the switch that template analytics need. */
export const analyticsRoutes: readonly GraphRoute[] = [
  ...Object.entries(ANALYTICS).map(([edge, analytics]): GraphRoute => ({
    node: "waba",
    edge,
    methods: ["GET"],
    scope: "management",
    handle: (call) => ({
      body: analytics(call.world, callWaba(call), new Filters(call.params.values)),
    }),
  })),
  { node: "waba", edge: "", methods: ["POST"], scope: "management", handle: change },
];

/** Meta: the answer is the account's id, docs/…/analytics ("Confirming template analytics"), read 2026-11. */
function change(call: Call): Answer {
  const waba = callWaba(call);
  if (!call.params.has("is_enabled_for_insights")) {
    throw invalidParameter("The parameter is_enabled_for_insights is required.");
  }
  const enabled = call.params.oneOf("is_enabled_for_insights", ["true", "false"]);
  confirmInsights(call.world, waba, enabled === "true");
  return { body: { id: waba.id } };
}
