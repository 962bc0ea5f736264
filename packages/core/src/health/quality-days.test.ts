import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { qualityByDay } from "./quality-days.ts";

describe("qualityByDay", () => {
  const days = ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"];

  it("is what it is while nothing has changed", () => {
    assert.deepEqual(qualityByDay(days, [], "green"), ["green", "green", "green", "green"]);
  });

  it("takes the worst of each day, and goes on with the last", () => {
    const changes = [
      { day: "2026-11-21", before: "green", after: "red" },
      { day: "2026-11-21", before: "red", after: "yellow" },
      { day: "2026-11-23", before: "yellow", after: "green" },
    ];
    assert.deepEqual(qualityByDay(days, changes, "green"), ["green", "red", "yellow", "yellow"]);
  });
});
