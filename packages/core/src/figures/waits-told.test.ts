import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { addBuckets, msOfBucket, queueOf, shareOf } from "./waits-told.ts";

describe("buckets of waits", () => {
  it("hold what is within half a percent of them", () => {
    for (const ms of [1_000, 61_000, 3_600_000, 172_800_000]) {
      const bucket = Math.round(Math.log(ms / 1000) * 100);
      assert.ok(Math.abs(msOfBucket(bucket) / ms - 1) < 0.0051, `${ms}`);
    }
  });

  it("are added up over days, in their order", () => {
    assert.deepEqual(addBuckets([[7, 1], undefined, [3, 2, 7, 4]]), [3, 2, 7, 5]);
  });

  it("give the least that a share did not exceed", () => {
    const ten = addBuckets([
      [0, 5],
      [460, 4],
      [600, 1],
    ]);
    assert.equal(shareOf(ten, 0.5), 1000);
    assert.equal(shareOf(ten, 0.51), msOfBucket(460));
    assert.equal(shareOf(ten, 0.95), msOfBucket(600));
    assert.equal(shareOf([], 0.5), null);
  });
});

describe("the queue", () => {
  const monday = { from: "2026-11-16", to: "2026-11-16" };
  const at = (hours: readonly { hour: number; waiting: number }[]) =>
    hours.map(({ waiting }) => waiting);

  it("is what came and has not gone when an hour begins", () => {
    const changes = new Map([["2026-11-16", [9, 2, 11, -1, 40, -1]]]);
    const hours = queueOf(monday, changes);
    assert.equal(hours.length, 24);
    assert.deepEqual(at(hours.slice(9, 13)), [0, 2, 2, 1]);
    assert.ok(hours.every(({ weekday }) => weekday === 0));
  });

  it("has who asked on the days before and still waits", () => {
    const hours = queueOf(monday, new Map([["2026-11-15", [20, 1, 26, -1]]]));
    assert.deepEqual(at(hours.slice(0, 4)), [1, 1, 1, 0]);
  });

  it("is the average over the weeks of a period", () => {
    const twoWeeks = { from: "2026-11-09", to: "2026-11-22" };
    const hours = queueOf(twoWeeks, new Map([["2026-11-16", [9, 1, 10, -1]]]));
    assert.equal(hours.length, 168);
    assert.deepEqual(at(hours.slice(9, 12)), [0, 0.5, 0]);
  });
});
