import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { backOffMs } from "./back-off.ts";

describe("backOffMs", () => {
  it("doubles and stops at a quarter of a minute", () => {
    assert.deepEqual(
      [0, 1, 2, 5, 50].map((attempt) => backOffMs(attempt, 1)),
      [500, 1000, 2000, 15_000, 15_000],
    );
  });

  it("spreads over half of the time", () => {
    assert.deepEqual([backOffMs(2, 0), backOffMs(2, 0.5)], [1000, 1500]);
  });
});
