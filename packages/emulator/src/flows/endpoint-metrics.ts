import { graphInstant } from "../graph/instant.ts";
import type { JsonObject } from "../json.ts";
import { unreachable } from "../unreachable.ts";
import type { FlowRequests } from "../store/calls/flow-requests.ts";

/** Meta: docs/…/flows/reference/metrics_api, read 2026-11. */
export const METRICS = [
  "ENDPOINT_REQUEST_COUNT",
  "ENDPOINT_REQUEST_ERROR",
  "ENDPOINT_REQUEST_ERROR_RATE",
  "ENDPOINT_REQUEST_LATENCY_SECONDS_CEIL",
  "ENDPOINT_AVAILABILITY",
] as const;

export const GRANULARITIES = ["DAY", "HOUR", "LIFETIME"] as const;

export type Metric = (typeof METRICS)[number];
export type Granularity = (typeof GRANULARITIES)[number];

const HOUR_MS = 60 * 60 * 1000;
const WIDTH_MS = { HOUR: HOUR_MS, DAY: 24 * HOUR_MS, LIFETIME: Number.POSITIVE_INFINITY } as const;

/** The metric's points in time, those without any request left out. */
export function metricPoints(
  metric: Metric,
  granularity: Granularity,
  requests: readonly FlowRequests[],
): readonly JsonObject[] {
  const slots = Map.groupBy(requests, (it) => slotOf(granularity, it.at, requests[0]?.at ?? 0));
  return [...slots]
    .map(([at, inside]) => ({ timestamp: graphInstant(at), data: valuesOf(metric, inside) }))
    .filter((point) => point.data.length > 0);
}

function slotOf(granularity: Granularity, at: number, first: number): number {
  const width = WIDTH_MS[granularity];
  return width === Number.POSITIVE_INFINITY ? first : Math.floor(at / width) * width;
}

type Value = { readonly key: string; readonly value: number };

function valuesOf(metric: Metric, requests: readonly FlowRequests[]): readonly Value[] {
  const count = sum(requests);
  const failed = requests.filter(isFailed);
  switch (metric) {
    case "ENDPOINT_REQUEST_COUNT":
      return [{ key: "value", value: count }];
    case "ENDPOINT_REQUEST_ERROR":
      return tally(failed, (it) => it.outcome);
    case "ENDPOINT_REQUEST_ERROR_RATE":
      return [{ key: "value", value: count === 0 ? 0 : sum(failed) / count }];
    case "ENDPOINT_REQUEST_LATENCY_SECONDS_CEIL":
      return tally(requests, (it) => String(Math.max(1, Math.ceil(it.latencyMs / 1000))));
    case "ENDPOINT_AVAILABILITY":
      return tally(requests, (it) => (isServed(it) ? "succeeded" : "failed"));
    default:
      return unreachable(metric);
  }
}

/** What the endpoint got wrong; what a phone could not do with its answer is not its error. */
export function isFailed({ outcome }: FlowRequests): boolean {
  return outcome !== "succeeded" && outcome !== "client_error";
}

/** An endpoint that answers, even with an error of its own, is available. */
export function isServed(it: FlowRequests): boolean {
  return it.outcome !== "timeout_error" && it.outcome !== "cannot_be_served";
}

function tally(
  requests: readonly FlowRequests[],
  keyOf: (it: FlowRequests) => string,
): readonly Value[] {
  return [...Map.groupBy(requests, keyOf)]
    .map(([key, inside]) => ({ key, value: sum(inside) }))
    .toSorted((a, b) => a.key.localeCompare(b.key, "en", { numeric: true }));
}

export function sum(requests: readonly FlowRequests[]): number {
  return requests.reduce((total, it) => total + it.count, 0);
}
