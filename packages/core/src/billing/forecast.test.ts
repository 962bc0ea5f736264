import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { forecastMonth } from "./forecast.ts";

describe("forecastMonth", () => {
  it("says nothing of a month before three days are known", () => {
    assert.equal(forecastMonth("2026-11-03", 0.5, new Map([["2026-11-01", 5]])), null);
  });

  it("goes on as the days have been, and adds what is left of today", () => {
    const spent = new Map(
      Array.from({ length: 20 }, (_, day) => [`2026-11-${String(day + 1).padStart(2, "0")}`, 100]),
    );
    spent.set("2026-11-21", 40);
    assert.equal(forecastMonth("2026-11-21", 0.4, spent), 20 * 100 + 40 + 60 + 9 * 100);
  });

  it("takes the days of the week as they are", () => {
    // 2026-11-02 was a Monday; only Mondays cost something.
    const spent = new Map(["02", "09", "16", "23"].map((day) => [`2026-11-${day}`, 70]));
    assert.equal(forecastMonth("2026-11-24", 1, spent), 4 * 70 + 70);
  });
});
