import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { ACCOUNT_KINDS, FIELDS, happeningOf, NUMBER_KINDS } from "./happening-fields.ts";

describe("the happenings that are offered", () => {
  it("are all that there are", () => {
    assert.deepEqual([...ACCOUNT_KINDS, ...NUMBER_KINDS].sort(), Object.keys(FIELDS).sort());
  });
});

describe("what the emulator is told of a happening", () => {
  it("is complete with what the fields begin with", () => {
    for (const kind of [...ACCOUNT_KINDS, ...NUMBER_KINDS]) {
      assert.equal(happeningOf(kind, {})?.["happens"], kind);
    }
  });

  it("has a restriction as a list and its length as a number", () => {
    assert.deepEqual(happeningOf("restriction", { forMs: "60000" }), {
      happens: "restriction",
      restrictions: ["RESTRICTED_BIZ_INITIATED_MESSAGING"],
      forMs: 60_000,
    });
  });

  it("leaves out what may be left out, and is nothing while something is missing", () => {
    assert.deepEqual(happeningOf("partner-added", {}), {
      happens: "partner-added",
      businessId: "1012000000000099",
    });
    assert.equal(happeningOf("violation", { violation: " " }), null);
  });
});
