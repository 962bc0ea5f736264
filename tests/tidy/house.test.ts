import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { RULES } from "./rules.ts";
import { repositorySources } from "./source.ts";

describe("the house", () => {
  const sources = repositorySources();

  for (const [fact, { rule }] of Object.entries(RULES)) {
    it(fact, () => assert.deepEqual(rule(sources), []));
  }
});
