import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openOutage } from "./outage.ts";

describe("openOutage", () => {
  it("pauses after five attempts in a row without an answer, longer each time", () => {
    const outage = openOutage();
    for (let n = 0; n < 4; n += 1) outage.silent(0);
    assert.equal(outage.roomAt(0, 64, 0), 64);
    outage.silent(0);
    assert.deepEqual([outage.roomAt(0, 64, 0), outage.waitMs(0)], [0, 500]);
    assert.deepEqual([outage.roomAt(500, 64, 0), outage.roomAt(500, 64, 1)], [1, 0]);
    outage.silent(600);
    assert.equal(outage.waitMs(600), 1000);
  });

  it("counts attempts that were under way together as one trial", () => {
    const outage = openOutage();
    for (let n = 0; n < 64; n += 1) outage.silent(n);
    assert.equal(outage.waitMs(64), 4 + 500 - 64);
  });

  it("is over with the first answer, and says how long it was", () => {
    const outage = openOutage();
    for (let n = 0; n < 5; n += 1) outage.silent(100);
    assert.equal(outage.answered(40_100), 40_000);
    assert.equal(outage.roomAt(40_100, 64, 0), 64);
    assert.equal(outage.answered(40_200), null);
  });
});
