import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { afterFailure } from "./after-failure.ts";

describe("afterFailure", () => {
  it("lets a person be tried again whose message never reached the channel, and nobody who may have it", () => {
    assert.deepEqual(afterFailure("not-sent"), { again: "after", ms: 0 });
    assert.deepEqual(afterFailure("left-unknown"), { again: "never" });
    assert.deepEqual(afterFailure("stopped"), { again: "never" });
  });

  it("follows Meta where Meta has given a code, and tries nothing again that it does not know", () => {
    assert.deepEqual(afterFailure("131049"), { again: "after", ms: 24 * 60 * 60_000 });
    assert.deepEqual(afterFailure("132015"), { again: "with-template" });
    assert.deepEqual(afterFailure("131050"), { again: "never" });
    assert.deepEqual(afterFailure("999999"), { again: "never" });
  });
});
