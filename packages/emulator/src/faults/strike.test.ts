import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Fault, FaultRule } from "../store/kinds/fault.ts";
import { fits, isInForce, strikes } from "./strike.ts";

const reset = { kind: "reset" } as const;

/** Which of `tries` times a rule strikes. */
function struck(when: FaultRule["when"], tries: number): number[] {
  const rule = { on: "request", match: {}, when, action: reset } as const;
  let fault: Fault = { id: "f", rule, fitCount: 0, strikeCount: 0, from: 0, until: null };
  const all: number[] = [];
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const now = strikes(fault);
    if (now) all.push(attempt);
    const strikeCount = fault.strikeCount + (now ? 1 : 0);
    fault = { ...fault, fitCount: fault.fitCount + 1, strikeCount };
  }
  return all;
}

describe("a fault rule strikes", () => {
  it("always", () => assert.deepEqual(struck({ kind: "always" }, 3), [1, 2, 3]));
  it("the next two times", () => assert.deepEqual(struck({ kind: "next", count: 2 }, 4), [1, 2]));
  it("every third time", () => assert.deepEqual(struck({ kind: "every", nth: 3 }, 7), [3, 6]));

  it("as often as its probability says, and the same times for the same seed", () => {
    const rule = { kind: "probability", probability: 0.2, seed: 7 } as const;
    const times = struck(rule, 1000);
    assert.ok(times.length > 150 && times.length < 250, String(times.length));
    assert.deepEqual(times, struck(rule, 1000));
    assert.notDeepEqual(times, struck({ ...rule, seed: 8 }, 1000));
  });
});

it("fits when every given part fits", () => {
  const occasion = { method: "POST", path: "/1/messages", to: ["12015550100", "US.1"] };
  assert.equal(fits({ method: "post", path: "/messages", to: "+12015550100" }, occasion), true);
  assert.equal(fits({ path: "/media" }, occasion), false);
  assert.equal(fits({ to: "12015550101" }, occasion), false);
  assert.equal(fits({ status: "delivered" }, { ...occasion, status: "read" }), false);
});

it("is in force from its first instant until just before its last", () => {
  const inForce = (now: number) => isInForce({ from: 10, until: 20 }, now);
  assert.deepEqual([9, 10, 19, 20].map(inForce), [false, true, true, false]);
  assert.equal(isInForce({ from: 10, until: null }, 1e15), true);
});

it("asks for the template and the type of what is sent", () => {
  const occasion = { template: "order_ready", type: "template" };
  assert.equal(fits({ template: "order_ready", type: "template" }, occasion), true);
  assert.equal(fits({ template: "another" }, occasion), false);
  assert.equal(fits({ type: "text" }, occasion), false);
  assert.equal(fits({ field: "account_update" }, { field: "messages" }), false);
});
