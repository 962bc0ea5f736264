import type { JsonObject } from "../json.ts";
import type { FlowRequests } from "../store/calls/flow-requests.ts";
import { isFailed, isServed, sum } from "./endpoint-metrics.ts";

/** What Meta warns of before it throttles a flow. */
// Meta: "Endpoint or Client error rate, Endpoint latency, Endpoint availability", docs/…/flows/healthmonitoring, read 2026-11.
export const FLOW_ALERTS = [
  "ENDPOINT_ERROR_RATE",
  "ENDPOINT_LATENCY",
  "ENDPOINT_AVAILABILITY",
  "CLIENT_ERROR_RATE",
] as const;

export type FlowAlert = (typeof FLOW_ALERTS)[number];

/** The last hour is looked at, once there is enough of it to say something. */
export const ALERT_WINDOW_MS = 60 * 60 * 1000;
const LEAST_REQUESTS = 10;

// Meta publishes no thresholds: these are the emulator's own, in percent and milliseconds.
const THRESHOLD: Readonly<Record<FlowAlert, number>> = {
  ENDPOINT_ERROR_RATE: 10,
  ENDPOINT_LATENCY: 5_000,
  ENDPOINT_AVAILABILITY: 90,
  CLIENT_ERROR_RATE: 10,
};

export type Judged = {
  readonly alert: FlowAlert;
  readonly isActive: boolean;
  /** What the webhook says of it, beside which flow it is and whether the alert begins or ends. */
  readonly figures: JsonObject;
};

/** How the requests of the last hour stand against the thresholds; nothing while there are too few. */
export function judgeFlow(requests: readonly FlowRequests[]): readonly Judged[] {
  const count = sum(requests);
  if (count < LEAST_REQUESTS) return [];
  const failed = requests.filter(isFailed);
  const client = requests.filter(({ outcome }) => outcome === "client_error");
  const availability = percent(sum(requests.filter(isServed)), count);
  const [p50, p90] = [latencyAt(requests, 0.5), latencyAt(requests, 0.9)];
  const judged = (alert: FlowAlert, isActive: boolean, figures: JsonObject): Judged => ({
    alert,
    isActive,
    figures: { ...figures, requests_count: count, threshold: THRESHOLD[alert] },
  });
  return [
    judged("ENDPOINT_ERROR_RATE", ...errors("ENDPOINT_ERROR_RATE", failed, count)),
    judged("ENDPOINT_LATENCY", p90 >= THRESHOLD.ENDPOINT_LATENCY, {
      p50_latency: p50,
      p90_latency: p90,
    }),
    judged("ENDPOINT_AVAILABILITY", availability < THRESHOLD.ENDPOINT_AVAILABILITY, {
      availability,
    }),
    judged("CLIENT_ERROR_RATE", ...errors("CLIENT_ERROR_RATE", client, count)),
  ];
}

function errors(
  alert: FlowAlert,
  some: readonly FlowRequests[],
  count: number,
): [isActive: boolean, figures: JsonObject] {
  const rate = percent(sum(some), count);
  const byType = Map.groupBy(some, ({ outcome }) => outcome);
  const listed = [...byType].map(([type, inside]) => ({
    error_type: type.toUpperCase(),
    error_rate: percent(sum(inside), count),
    error_count: sum(inside),
  }));
  return [rate >= THRESHOLD[alert], { error_rate: rate, errors: listed }];
}

function percent(part: number, whole: number): number {
  return Math.round((part / whole) * 10_000) / 100;
}

/** The latency that this share of the requests stayed within, in milliseconds. */
function latencyAt(requests: readonly FlowRequests[], share: number): number {
  let left = Math.ceil(sum(requests) * share);
  for (const { latencyMs, count } of requests.toSorted((a, b) => a.latencyMs - b.latencyMs)) {
    left -= count;
    if (left <= 0) return latencyMs;
  }
  return 0;
}
