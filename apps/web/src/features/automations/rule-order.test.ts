import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { moved } from "./rule-order.ts";

describe("the order of rules", () => {
  it("changes by a step at a time, and not past its ends", () => {
    assert.deepEqual(moved(["a", "b", "c"], 1, 0), ["b", "a", "c"]);
    assert.deepEqual(moved(["a", "b", "c"], 1, 2), ["a", "c", "b"]);
    assert.deepEqual(moved(["a", "b"], 1, 2), ["a", "b"]);
  });
});
