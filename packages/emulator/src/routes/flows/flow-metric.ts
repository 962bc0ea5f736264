import type { Call } from "../../graph/call.ts";
import { invalidParameter } from "../../graph/error.ts";
import { type Field, parseFields } from "../../graph/fields.ts";
import type { JsonObject } from "../../json.ts";
import { GRANULARITIES, METRICS, metricPoints, sum } from "../../flows/endpoint-metrics.ts";
import { flowError } from "../../flows/flow-error.ts";
import { listFlowRequests } from "../../store/calls/flow-requests.ts";
import type { Flow } from "../../store/kinds/flows.ts";

// Meta: no metric before 250 requests to the endpoint, docs/…/flows/reference/metrics_api, read 2026-11.
const REQUESTS_MIN = 250;
const DAY_MS = 24 * 60 * 60 * 1000;

/** `fields=metric.name(…).granularity(…)` asks for a metric instead of the flow. */
export function isMetricAsked(fields: string | undefined): boolean {
  return fields !== undefined && /(^|,)\s*metric\./.test(fields);
}

/**
 * A metric of the flow's endpoint, from the requests that were made to it.
 *
 * @throws GraphError 139006 before there were enough of them.
 */
export function flowMetric(call: Call, flow: Flow): JsonObject {
  const asked = parseFields(call.params.optionalText("fields") ?? "");
  const field = asked.find((it) => it.name === "metric");
  const name = wordOf(field, "name", METRICS);
  const granularity = wordOf(field, "granularity", GRANULARITIES);
  const all = listFlowRequests(call.world.db, flow.id);
  if (sum(all) < REQUESTS_MIN) {
    throw flowError(
      139006,
      "Metrics threshold is not reached",
      `Flow ${flow.id} has not had enough requests to its endpoint for a metric.`,
    );
  }
  const since = dayOf(field, "since") ?? Number.NEGATIVE_INFINITY;
  const until = (dayOf(field, "until") ?? Number.POSITIVE_INFINITY) + DAY_MS;
  const within = all.filter((it) => it.at >= since && it.at < until);
  const points = metricPoints(name, granularity, within);
  return { id: flow.id, metric: { granularity, name, data_points: points } };
}

function wordOf<T extends string>(
  field: Field | undefined,
  part: string,
  allowed: readonly T[],
): T {
  const given = field?.modifiers[part] ?? "";
  const found = allowed.find((it) => it === given);
  if (found !== undefined) return found;
  throw invalidParameter(
    `Param metric.${part} must be one of {${allowed.join(", ")}} - got "${given}".`,
  );
}

/** A date such as 2026-11-22, from its first moment. */
function dayOf(field: Field | undefined, part: string): number | undefined {
  const text = field?.modifiers[part];
  if (text === undefined) return undefined;
  const at = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(at)) throw invalidParameter(`Param metric.${part} must be a date.`);
  return at;
}
