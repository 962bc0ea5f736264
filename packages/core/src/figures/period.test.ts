import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { daysOf, isCountable, periodBefore } from "./period.ts";

describe("a period", () => {
  it("has both its ends among its days", () => {
    assert.deepEqual(daysOf({ from: "2026-02-27", to: "2026-03-01" }), [
      "2026-02-27",
      "2026-02-28",
      "2026-03-01",
    ]);
  });

  it("follows one of the same length", () => {
    assert.deepEqual(periodBefore({ from: "2026-03-01", to: "2026-03-07" }), {
      from: "2026-02-22",
      to: "2026-02-28",
    });
  });

  it("cannot be counted backwards or without end", () => {
    assert.equal(isCountable({ from: "2026-03-02", to: "2026-03-01" }), false);
    assert.equal(isCountable({ from: "2024-01-01", to: "2026-03-01" }), false);
    assert.equal(isCountable({ from: "2026-03-01", to: "2026-03-01" }), true);
  });
});
