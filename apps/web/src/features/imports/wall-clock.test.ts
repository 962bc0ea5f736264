import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { wallClock, wallClockRange } from "./wall-clock.ts";

describe("a phone's own clock", () => {
  it("is read as it stands, whatever the browser's time zone", () => {
    assert.match(wallClock("ru", "2026-02-13T09:12"), /^13 февр\. 2026.*09:12$/);
  });

  it("says the day of a period once when it begins and ends on it", () => {
    const period = wallClockRange("ru", "2026-02-13T09:12", "2026-02-13T09:30");
    assert.equal(period.match(/2026/g)?.length, 1);
  });

  it("leaves what is no moment as it is", () => {
    assert.equal(wallClock("en", null), "–");
    assert.equal(wallClockRange("en", "yesterday", null), "yesterday – –");
  });
});
