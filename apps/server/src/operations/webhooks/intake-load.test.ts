import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { restAfterRound } from "./intake-load.ts";

describe("restAfterRound", () => {
  it("does not rest while the intake has time", () => {
    assert.equal(restAfterRound(999, 50, 0), 0);
  });

  it("leaves the processor to the intake while webhooks pour in", () => {
    assert.equal(restAfterRound(5_000, 50, 1_000), 200);
  });

  it("goes on all the same when people have waited long", () => {
    assert.equal(restAfterRound(5_000, 50, 20_001), 25);
  });
});
