import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type AttemptEnd, type Remedy, LONGEST_TRY_MS, afterOwnerGone, settle } from "./settle.ts";

const first = { kind: "message", attemptCount: 1 } as const;

describe("settle", () => {
  check("an accepted send is accepted", { end: "accepted" }, "accepted", "accepted");
  check("what was not sent is queued again", { end: "not-sent" }, "queued", "queued");
  check("nothing follows from an ambiguous end", { end: "ambiguous" }, "ambiguous", "unknown");
  check("a person not to be written to fails", no({ kind: "give-up" }), "rejected", "failed");
  check(
    "a person never to be written to again fails",
    no({ kind: "never-again" }),
    "rejected",
    "failed",
  );
  check("a send waits while the channel is slow", no({ kind: "slow-down" }), "queued", "queued");
  check("a send waits out a paused channel", no({ kind: "pause-everything" }), "queued", "queued");
  check("a paused template fails its send", no({ kind: "pause-template" }), "rejected", "failed");

  it("waits as long as the channel asks, and longer with every attempt", () => {
    const ending = no({ kind: "retry-after", ms: 3000 });
    const waits = [1, 2, 3, 4, 12].map(
      (attemptCount) => settle({ kind: "message", attemptCount }, ending, 0).waitMs,
    );
    assert.deepEqual(waits, [3000, 3000, 4000, 8000, 300_000]);
  });

  it("waits 4^X seconds for a pair and holds the pair as long", () => {
    const settled = settle({ kind: "message", attemptCount: 3 }, no({ kind: "wait-for-pair" }), 0);
    assert.equal(settled.waitMs, 16_000);
    assert.deepEqual(settled.consequence, { kind: "hold-pair", ms: 16_000 });
  });

  it("fails what has been tried for a day", () => {
    assert.equal(settle(first, { end: "not-sent" }, LONGEST_TRY_MS).state, "rejected");
  });

  it("repeats a receipt whose end nobody knows, since twice is as good as once", () => {
    assert.equal(
      settle({ kind: "read-receipt", attemptCount: 1 }, { end: "ambiguous" }, 0).state,
      "queued",
    );
  });

  it("never queues a message of which it is not known that it did not go out", () => {
    const kinds: readonly Remedy[] = [
      { kind: "retry-after", ms: 1 },
      { kind: "wait-for-pair" },
      { kind: "slow-down" },
      { kind: "pause-template" },
      { kind: "pause-channel" },
      { kind: "pause-everything" },
      { kind: "give-up" },
      { kind: "never-again" },
    ];
    const ending = fc.oneof(
      fc.constantFrom<AttemptEnd>({ end: "accepted" }, { end: "ambiguous" }, { end: "not-sent" }),
      fc.constantFrom(...kinds).map(no),
    );
    fc.assert(
      fc.property(ending, fc.nat(40), fc.nat(2 * LONGEST_TRY_MS), (end, attemptCount, tried) => {
        const { state } = settle({ kind: "message", attemptCount }, end, tried);
        if (state === "queued") assert.ok(end.end === "not-sent" || end.end === "rejected");
      }),
    );
  });

  function check(name: string, ending: AttemptEnd, state: string, status: string) {
    it(name, () => {
      const settled = settle(first, ending, 0);
      assert.deepEqual([settled.state, settled.status], [state, status]);
    });
  }

  function no(remedy: Remedy): AttemptEnd {
    return { end: "rejected", remedy };
  }
});

describe("afterOwnerGone", () => {
  it("doubts what was dispatching and leaves the rest as it is", () => {
    assert.equal(afterOwnerGone({ kind: "message" }, "queued"), "queued");
    assert.equal(afterOwnerGone({ kind: "message" }, "dispatching"), "ambiguous");
    assert.equal(afterOwnerGone({ kind: "reaction" }, "dispatching"), "queued");
    assert.equal(afterOwnerGone({ kind: "message" }, "accepted"), "accepted");
  });
});
