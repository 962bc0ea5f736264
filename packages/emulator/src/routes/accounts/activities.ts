import { type Answer, type Call, callWaba, type GraphRoute } from "../../graph/call.ts";
import { page } from "../../graph/paging.ts";
import { type JsonObject, wordsAt } from "../../json.ts";
import type { Activity } from "../../store/kinds/businesses.ts";

/** What was done to an account, the latest first. Meta: OpenAPI v23.0, `activities`, read 2026-11. */
export const activitiesRoutes: readonly GraphRoute[] = [
  { node: "waba", edge: "activities", methods: ["GET"], scope: "management", handle: list },
];

function list(call: Call): Answer {
  const { world, params } = call;
  const waba = callWaba(call);
  const types = wordsAt(params.values, "activity_type");
  const since = instantOf(params.optionalText("since")) ?? Number.NEGATIVE_INFINITY;
  const until = instantOf(params.optionalText("until")) ?? Number.POSITIVE_INFINITY;
  const found = world.kinds.activities
    .list()
    .filter((it) => it.wabaId === waba.id && it.at >= since && it.at <= until)
    .filter((it) => types.length === 0 || types.includes(it.type))
    .toSorted((a, b) => b.at - a.at || Number(b.id) - Number(a.id));
  return { body: page(call, found, present) };
}

/** Seconds since 1970, or a date as text. */
function instantOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const at = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}

function present(activity: Activity): JsonObject {
  return {
    id: activity.id,
    activity_type: activity.type,
    timestamp: new Date(activity.at).toISOString(),
    actor_type: "API",
    actor_id: activity.actorId,
    actor_name: activity.actorName,
    details: activity.details,
  };
}
