import assert from "node:assert/strict";
import { USUAL_POLICY } from "@galka/core/distribution/policy";
import { describe, it } from "vitest";
import { draftOfPolicy, readPolicy, readWords } from "./policy-draft.ts";

describe("a draft of a policy", () => {
  it("reads back what was decided", () => {
    const policy = {
      ...USUAL_POLICY,
      skills: ["returns", "vip"],
      takeOverMinutes: 30,
      method: "round-robin" as const,
    };
    assert.deepEqual(readPolicy(draftOfPolicy(policy)), policy);
  });

  it("means never where a number is left out", () => {
    const draft = {
      ...draftOfPolicy({ ...USUAL_POLICY, skills: [] }),
      takeOver: "",
      answerGap: "",
    };
    assert.equal(readPolicy(draft).takeOverMinutes, null);
    assert.equal(readPolicy(draft).answerGapSeconds, 0);
  });
});

describe("words between commas", () => {
  it("are each there once, however they are typed", () => {
    assert.deepEqual(readWords(" Returns, vip;\nVIP ,, "), ["returns", "vip"]);
    assert.deepEqual(readWords("  "), []);
  });
});
