import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Evidence, type Missing, missingToProof, verdict } from "./proof.ts";

const now = new Date("2026-11-22T12:00:00Z");
const proof: Evidence = {
  attemptedAt: new Date("2026-11-22T11:50:00Z"),
  receivedForMs: 60_000,
  clockMoved: false,
  confirmedLater: 50,
  confirmedNearby: 0,
  backlog: 0,
  silentNearby: false,
  interrupted: false,
  subscriptionVerifiedAt: new Date("2026-11-22T11:55:00Z"),
};

describe("missingToProof", () => {
  check("nothing is missing when everything is there", {}, []);
  check("a young attempt", { attemptedAt: new Date("2026-11-22T11:50:00.001Z") }, ["age"]);
  check("an attempt after which nobody received for long", { receivedForMs: 59_999 }, ["age"]);
  check("an age that a moved clock tells", { clockMoved: true, receivedForMs: 10 * 60_000 - 1 }, [
    "age",
  ]);
  check(
    "nothing is missing when the receiver was at work as long as the clock says",
    { clockMoved: true, receivedForMs: 10 * 60_000 },
    [],
  );
  check(
    "an interruption that too few neighbors came through",
    { interrupted: true, confirmedNearby: 9 },
    ["interruption"],
  );
  check(
    "nothing is missing when the neighbors were reported after an interruption",
    { interrupted: true, confirmedNearby: 10 },
    [],
  );
  check("too few later confirmations", { confirmedLater: 49 }, ["confirmations"]);
  check("webhooks that were not read yet", { backlog: 1 }, ["backlog"]);
  check(
    "a subscription seen too long ago",
    { subscriptionVerifiedAt: new Date("2026-11-22T11:54:59Z") },
    ["subscription"],
  );
  check(
    "a subscription seen in the future, by a clock that was set back since",
    { subscriptionVerifiedAt: new Date("2026-11-22T12:00:01Z") },
    ["subscription"],
  );
  check("attempts nearby of which nothing was reported either", { silentNearby: true }, ["nearby"]);
  check("a subscription never seen", { subscriptionVerifiedAt: null }, ["subscription"]);

  it("asks an hour of marketing", () => {
    assert.deepEqual(missingToProof(now, "marketing", proof), ["age"]);
  });

  function check(name: string, facts: Partial<Evidence>, missing: Missing[]) {
    it(name, () => {
      assert.deepEqual(missingToProof(now, "service", { ...proof, ...facts }), missing);
    });
  }
});

describe("verdict", () => {
  it("waits while anything is missing", () => {
    assert.equal(verdict(now, "utility", { ...proof, backlog: 1 }), "wait");
  });

  it("is automatic for codes and notices, asks about a person's words, leaves marketing", () => {
    const old = { ...proof, attemptedAt: new Date("2026-11-22T10:00:00Z") };
    const verdicts = (["authentication", "utility", "service", "marketing"] as const).map(
      (purpose) => verdict(now, purpose, old),
    );
    assert.deepEqual(verdicts, ["send-again", "send-again", "ask", "leave"]);
  });
});
