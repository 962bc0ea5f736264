import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { array, assert as check, constantFrom, integer, property, record } from "fast-check";
import { type FeedbackDay, looksLikeSpam, rateQuality } from "./quality.ts";

const day = (given: Partial<FeedbackDay>): FeedbackDay => ({
  daysAgo: 0,
  delivered: 0,
  read: 0,
  blocked: 0,
  reported: 0,
  ...given,
});

const QUALITIES = ["GREEN", "YELLOW", "RED"];

describe("quality", () => {
  it("is unknown until there is a sample", () => {
    assert.equal(rateQuality([]).quality, "UNKNOWN");
    assert.equal(rateQuality([day({ delivered: 19, blocked: 19 })]).quality, "UNKNOWN");
  });

  it("is green, yellow or red by blocks and reports", () => {
    assert.equal(rateQuality([day({ delivered: 100, blocked: 2 })]).quality, "GREEN");
    assert.equal(rateQuality([day({ delivered: 100, blocked: 3 })]).quality, "YELLOW");
    assert.equal(rateQuality([day({ delivered: 100, blocked: 4, reported: 3 })]).quality, "RED");
    assert.equal(looksLikeSpam(rateQuality([day({ delivered: 100, reported: 10 })])), true);
  });

  it("is not green when hardly anybody reads", () => {
    assert.equal(rateQuality([day({ delivered: 1000, read: 49 })]).quality, "YELLOW");
    assert.equal(rateQuality([day({ delivered: 1000, read: 50 })]).quality, "GREEN");
  });

  it("forgets a bad day little by little, and after seven days wholly", () => {
    const at = (daysAgo: number) =>
      rateQuality([
        day({ daysAgo, delivered: 100, blocked: 12 }),
        day({ daysAgo: 0, delivered: 100 }),
      ]).quality;
    assert.deepEqual([0, 2, 4, 6, 7].map(at), ["YELLOW", "YELLOW", "YELLOW", "GREEN", "GREEN"]);
  });

  it("agrees with counting each message as often as its day weighs, and no block makes it better", () => {
    const days = array(
      record({
        daysAgo: integer({ min: 0, max: 9 }),
        delivered: integer({ min: 0, max: 60 }),
        read: constantFrom(0),
        blocked: integer({ min: 0, max: 5 }),
        reported: integer({ min: 0, max: 3 }),
      }),
      { maxLength: 10 },
    );
    check(
      property(days, (all) => {
        const report = rateQuality(all);
        assert.equal(report.negativeShare.toFixed(9), shareOf(all).toFixed(9));
        const worse = rateQuality([...all, day({ blocked: 1 })]);
        if (report.quality === "UNKNOWN") return;
        assert.ok(QUALITIES.indexOf(worse.quality) >= QUALITIES.indexOf(report.quality));
      }),
    );
  });
});

/** Puts every single message and objection on a pile, as often as its day weighs. */
function shareOf(days: readonly FeedbackDay[]): number {
  const messages: number[] = [];
  const objections: number[] = [];
  for (const it of days) {
    for (let weight = 7 - it.daysAgo; weight > 0; weight -= 1) {
      for (let n = 0; n < it.delivered; n += 1) messages.push(1);
      for (let n = 0; n < it.blocked; n += 1) objections.push(1);
      for (let n = 0; n < it.reported; n += 1) objections.push(1, 1);
    }
  }
  return messages.length === 0 ? 0 : objections.length / messages.length;
}
