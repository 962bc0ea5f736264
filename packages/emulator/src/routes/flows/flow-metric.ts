import type { Call } from "../../graph/call.ts";
import { invalidParameter } from "../../graph/error.ts";
import type { JsonObject } from "../../json.ts";
import { flowError } from "../../flows/flow-error.ts";
import type { Flow } from "../../store/kinds/flows.ts";

const NAMES: readonly string[] = [
  "ENDPOINT_REQUEST_COUNT",
  "ENDPOINT_REQUEST_ERROR",
  "ENDPOINT_REQUEST_ERROR_RATE",
  "ENDPOINT_REQUEST_LATENCY_SECONDS_CEIL",
  "ENDPOINT_AVAILABILITY",
];
const GRANULARITIES: readonly string[] = ["DAY", "HOUR", "LIFETIME"];

/** `fields=metric.name(…).granularity(…)` asks for a metric instead of the flow. */
export function isMetricAsked(fields: string | undefined): boolean {
  return fields !== undefined && /(^|,)\s*metric\./.test(fields);
}

/**
 * A metric of the flow's endpoint.
 *
 * Meta gives none before an endpoint was asked 250 times. Phones of the emulator
 * do not open flows, so no endpoint is ever asked, and this is always the answer.
 * Meta: docs/…/flows/reference/metrics_api, read 2026-11.
 */
export function flowMetric(call: Call, flow: Flow): JsonObject {
  const fields = call.params.optionalText("fields") ?? "";
  const of = (part: string) => new RegExp(`\\.${part}\\(([^)]*)\\)`).exec(fields)?.[1]?.trim();
  const name = of("name") ?? "";
  if (!NAMES.includes(name)) {
    throw invalidParameter(
      `Param metric.name must be one of {${NAMES.join(", ")}} - got "${name}".`,
    );
  }
  const granularity = of("granularity") ?? "";
  if (!GRANULARITIES.includes(granularity)) {
    throw invalidParameter(
      `Param metric.granularity must be one of {${GRANULARITIES.join(", ")}} - got "${granularity}".`,
    );
  }
  throw flowError(
    139006,
    "Metrics threshold is not reached",
    `Flow ${flow.id} has not had enough requests to its endpoint for a metric.`,
  );
}
