import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { momentsOf } from "./calendar.ts";

const DAY_MS = 86_400_000;
const FROM = new Date("2030-01-07T10:20:00Z");

describe("momentsOf", () => {
  it("spreads everybody over the days", () => {
    for (const [days, people] of [
      [1, 1],
      [3, 400],
      [14, 13_000],
    ] as const) {
      const until = new Date(FROM.getTime() + days * DAY_MS);
      const moments = momentsOf(FROM, until, people);
      assert.equal(
        moments.reduce((sum, { comers }) => sum + comers, 0),
        people,
      );
      assert.ok(moments.every(({ at, comers }) => at >= FROM && at <= until && comers >= 0));
    }
  });

  it("has nobody come at night, and more in the evening than in the morning", () => {
    const moments = momentsOf(FROM, new Date(FROM.getTime() + 10 * DAY_MS), 10_000);
    const at = (hour: number) =>
      moments
        .filter((it) => it.at.getUTCHours() === hour)
        .reduce((sum, { comers }) => sum + comers, 0);
    assert.equal(at(3), 0);
    assert.ok(at(19) > 3 * at(8));
  });
});
