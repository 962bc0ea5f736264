import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { FlowOutcome, FlowRequests } from "../store/calls/flow-requests.ts";
import { judgeFlow } from "./flow-alerts.ts";

describe("judgeFlow", () => {
  it("finds nothing in an endpoint that answers quickly", () => {
    assert.deepEqual(activeIn([asked(100)]), []);
  });

  it("says nothing of fewer than ten requests", () => {
    assert.deepEqual(judgeFlow([asked(9, "timeout_error")]), []);
  });

  it("tells an error of the endpoint from one of the phone", () => {
    assert.deepEqual(activeIn([asked(90), asked(10, "http_error")]), ["ENDPOINT_ERROR_RATE"]);
    assert.deepEqual(activeIn([asked(90), asked(10, "client_error")]), ["CLIENT_ERROR_RATE"]);
    const [, , , client] = judgeFlow([asked(90), asked(10, "client_error")]);
    assert.deepEqual(client?.figures, {
      error_rate: 10,
      errors: [{ error_type: "CLIENT_ERROR", error_rate: 10, error_count: 10 }],
      requests_count: 100,
      threshold: 10,
    });
  });

  it("sees an endpoint that is not there, and one that is slow", () => {
    assert.deepEqual(activeIn([asked(80), asked(20, "cannot_be_served")]), [
      "ENDPOINT_ERROR_RATE",
      "ENDPOINT_AVAILABILITY",
    ]);
    const [, latency] = judgeFlow([asked(89), asked(11, "succeeded", 6_000)]);
    assert.equal(latency?.isActive, true);
    assert.deepEqual(
      [latency?.figures["p50_latency"], latency?.figures["p90_latency"]],
      [200, 6_000],
    );
  });
});

function activeIn(requests: readonly FlowRequests[]): string[] {
  return judgeFlow(requests).flatMap(({ alert, isActive }) => (isActive ? [alert] : []));
}

function asked(count: number, outcome: FlowOutcome = "succeeded", latencyMs = 200): FlowRequests {
  return { at: 0, outcome, latencyMs, count };
}
