import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { FlowRequests } from "../store/calls/flow-requests.ts";
import { type Metric, metricPoints } from "./endpoint-metrics.ts";

const noon = Date.UTC(2026, 10, 22, 12);
const day = 24 * 60 * 60 * 1000;
const requests: readonly FlowRequests[] = [
  { at: noon, outcome: "succeeded", latencyMs: 300, count: 90 },
  { at: noon + 1000, outcome: "timeout_error", latencyMs: 10_000, count: 10 },
  { at: noon + day, outcome: "succeeded", latencyMs: 1500, count: 50 },
];

describe("the metrics of an endpoint by day", () => {
  const check = (metric: Metric, first: object, second: object | null) =>
    it(metric, () => {
      const points = metricPoints(metric, "DAY", requests);
      assert.deepEqual(points[0], { timestamp: "2026-11-22T00:00:00+0000", data: first });
      assert.deepEqual(points[1]?.["data"] ?? null, second);
    });

  check("ENDPOINT_REQUEST_COUNT", [{ key: "value", value: 100 }], [{ key: "value", value: 50 }]);
  check("ENDPOINT_REQUEST_ERROR", [{ key: "timeout_error", value: 10 }], null);
  check(
    "ENDPOINT_REQUEST_ERROR_RATE",
    [{ key: "value", value: 0.1 }],
    [{ key: "value", value: 0 }],
  );
  check(
    "ENDPOINT_REQUEST_LATENCY_SECONDS_CEIL",
    [
      { key: "1", value: 90 },
      { key: "10", value: 10 },
    ],
    [{ key: "2", value: 50 }],
  );
  check(
    "ENDPOINT_AVAILABILITY",
    [
      { key: "failed", value: 10 },
      { key: "succeeded", value: 90 },
    ],
    [{ key: "succeeded", value: 50 }],
  );
});

it("a lifetime is one point", () => {
  assert.deepEqual(metricPoints("ENDPOINT_REQUEST_COUNT", "LIFETIME", requests), [
    { timestamp: "2026-11-22T12:00:00+0000", data: [{ key: "value", value: 150 }] },
  ]);
});
