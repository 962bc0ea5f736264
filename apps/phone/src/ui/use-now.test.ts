import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { emulatorNow } from "./use-now.ts";

const NOON = Date.parse("2026-11-22T12:00:00.000Z");
const HOUR_MS = 3_600_000;

describe("the emulator's time", () => {
  it("runs with the machine's, ahead by as much as it was moved", () => {
    const ahead = clock({ now: at(NOON + HOUR_MS), offsetMs: HOUR_MS });
    assert.equal(emulatorNow(ahead, NOON), NOON + HOUR_MS);
    assert.equal(emulatorNow(ahead, NOON + 1_000), NOON + HOUR_MS + 1_000);
  });

  it("stands still when it is frozen", () => {
    const frozen = clock({ frozen: true });
    assert.equal(emulatorNow(frozen, NOON + HOUR_MS), NOON);
  });

  it("runs as fast as it was told to, from when it was told", () => {
    const fast = clock({ speed: 3_600 });
    assert.equal(emulatorNow(fast, NOON), NOON);
    assert.equal(emulatorNow(fast, NOON + 1_000), NOON + HOUR_MS);
  });

  function clock(over: object) {
    return { now: at(NOON), offsetMs: 0, frozen: false, speed: 1, nextAt: null, ...over };
  }

  function at(instant: number): string {
    return new Date(instant).toISOString();
  }
});
