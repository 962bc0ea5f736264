import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { restAfterRound } from "./intake-load.ts";

describe("restAfterRound", () => {
  it("does not rest while the intake has time", () => {
    assert.equal(restAfterRound(999, 50, 0), 0);
  });

  it("leaves the more of the processor to the intake, the more webhooks pour in", () => {
    assert.equal(restAfterRound(1_000, 50, 1_000), 50);
    assert.equal(restAfterRound(5_000, 50, 1_000), 250);
  });

  it("never rests longer than eleven rounds", () => {
    assert.equal(restAfterRound(50_000, 50, 1_000), 550);
  });

  it("goes on all the same when people have waited long", () => {
    assert.equal(restAfterRound(5_000, 50, 20_001), 25);
  });
});
