import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { weekdayNames, zoneNames, zoneTime } from "./zone-time.ts";

describe("a moment in a zone", () => {
  const now = new Date("2026-11-20T22:30:00Z");

  it("is the time alone on the day that it is there", () => {
    const at = new Date("2026-11-21T08:00:00Z");
    assert.equal(zoneTime("ru", { at, now, timeZone: "Asia/Tokyo" }), "17:00");
  });

  it("has its day when the day is another there", () => {
    const at = new Date("2026-11-21T08:00:00Z");
    assert.match(zoneTime("ru", { at, now, timeZone: "Europe/Berlin" }), /сб.*21.*9:00/);
  });
});

describe("what can be chosen", () => {
  it("is a week that begins on Monday", () => {
    assert.equal(weekdayNames("en")[0], "Monday");
    assert.equal(weekdayNames("ru")[6], "воскресенье");
  });

  it("holds the zone that is chosen once, also one of another browser", () => {
    assert.ok(zoneNames("Galka/Nest").includes("Galka/Nest"));
    assert.equal(zoneNames("UTC").filter((it) => it === "UTC").length, 1);
  });
});
