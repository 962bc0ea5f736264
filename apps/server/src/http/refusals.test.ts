import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { REFUSALS, refusalJson } from "@galka/contract/refusals";
import { REFUSAL_STATUS, presentRefusal } from "./refusals.ts";

describe("a refusal", () => {
  for (const refused of REFUSALS) {
    it(`${refused} has a status of its own kind and words for a developer`, () => {
      const { status, body } = presentRefusal({ refused });
      assert.ok(status >= 400 && status < 500);
      assert.ok(refusalJson.parse(body).message.length > 10);
    });
  }

  it("stands in the table only if the contract knows it", () => {
    assert.deepEqual(Object.keys(REFUSAL_STATUS).sort(), [...REFUSALS].sort());
  });

  it("gives what stands beside its code as facts", () => {
    const refusal = { refused: "window-closed", closedAt: "2026-11-22T12:00:00Z" } as const;
    assert.deepEqual(presentRefusal(refusal).body.facts, { closedAt: "2026-11-22T12:00:00Z" });
  });

  it("does not say that a thing exists to somebody who may not see it", () => {
    const hidden = presentRefusal({ refused: "forbidden" });
    const absent = presentRefusal({ refused: "not-found" });
    assert.equal(hidden.status, absent.status);
    assert.equal(hidden.body.message, absent.body.message);
  });
});
