import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { type FaultDraft, faultOf, FRESH_DRAFT, isComplete, ruleOf } from "./fault-draft.ts";

describe("a rule that is being made", () => {
  it("names an error of Graph's, and its subcode only when there is one", () => {
    assert.deepEqual(made({ code: 131056 }).action, { kind: "graph-error", code: 131056 });
    assert.deepEqual(made({ code: 190, subcode: 463 }).action, {
      kind: "graph-error",
      code: 190,
      subcode: 463,
    });
  });

  it("fits everything where a field was left empty", () => {
    const match = { path: "/messages", to: "" };
    assert.deepEqual(made({ match }).match, { path: "/messages" });
  });

  it("does not ask of webhooks what only requests have", () => {
    const match = { path: "/messages", template: "sale", status: "read" } as const;
    assert.deepEqual(made({ on: "webhook", match }).match, { status: "read" });
  });

  it("strikes as often as was said", () => {
    assert.deepEqual(made({ when: "next", count: 3 }).when, { kind: "next", count: 3 });
    assert.deepEqual(made({ when: "every", count: 5 }).when, { kind: "every", nth: 5 });
    assert.deepEqual(made({ when: "probability", count: 25 }).when, {
      kind: "probability",
      probability: 0.25,
    });
  });

  it("says how long it lasts only when it ends", () => {
    assert.equal("forMs" in made({}), false);
    assert.equal(made({ forMs: 60_000 }).forMs, 60_000);
  });

  it("is not complete while held webhooks would never be let go", () => {
    const held: FaultDraft = { ...FRESH_DRAFT, on: "webhook", webhook: "hold" };
    assert.equal(isComplete(held), false);
    assert.equal(isComplete({ ...held, forMs: 1_000 }), true);
  });

  it("is what is left of a rule in force without its story", () => {
    const rule = made({});
    const from = "2026-11-22T12:00:00.000Z";
    const fault = { ...rule, id: "f1", fitCount: 2, strikeCount: 1, from, until: null };
    assert.deepEqual(ruleOf(fault), rule);
  });

  function made(over: Partial<FaultDraft>) {
    return faultOf({ ...FRESH_DRAFT, ...over });
  }
});
