import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { nextAttempt } from "./back-off.ts";

const DAY = 24 * 60 * 60 * 1000;

describe("nextAttempt", () => {
  it("comes within two seconds after the first failure", () => {
    const at = nextAttempt(0, 0, 1, 7 * DAY) ?? 0;
    assert.ok(at >= 1000 && at <= 2000);
  });

  it("waits longer each time and gives up after seven days", () => {
    const pauses: number[] = [];
    let now = 0;
    for (let count = 1; ; count += 1) {
      const at = nextAttempt(now, 0, count, 7 * DAY);
      if (at === null) break;
      pauses.push(at - now);
      now = at;
    }
    assert.deepEqual(
      pauses,
      pauses.toSorted((a, b) => a - b),
    );
    assert.ok(now > 6.5 * DAY && now <= 7 * DAY);
  });
});
