import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { shareOf } from "./use-figure-words.ts";

describe("shareOf", () => {
  it("is in whole percent", () => {
    assert.equal(shareOf("en", 2, 3), "67%");
    assert.equal(shareOf("en", 0, 3), "0%");
    assert.equal(shareOf("en", 3, 3), "100%");
  });

  it("does not take nearly all for all, nor hardly anybody for nobody", () => {
    assert.equal(shareOf("en", 3_933, 3_947), "99.6%");
    assert.equal(shareOf("en", 99_999, 100_000), "99.9%");
    assert.equal(shareOf("en", 3, 1_000), "0.3%");
  });
});
