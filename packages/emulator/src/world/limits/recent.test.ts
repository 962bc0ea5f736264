import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { recentOf } from "./recent.ts";

describe("what counts as recent", () => {
  it("is the window up to this instant, its beginning left out", () => {
    assert.deepEqual(recentOf([1, 400, 401, 1400], 1400, 1000), [401, 1400]);
  });

  it("is nothing of a future that the clock was moved back from", () => {
    assert.deepEqual(recentOf([900, 90_000], 1400, 1000), [900]);
  });
});
