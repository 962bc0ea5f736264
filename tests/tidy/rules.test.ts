import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { RULES } from "./rules.ts";

describe("a rule of the house", () => {
  for (const [fact, { rule, broken }] of Object.entries(RULES)) {
    it(`notices a file that breaks "${fact}"`, () => {
      assert.equal(rule([broken]).length, 1);
    });
  }
});
