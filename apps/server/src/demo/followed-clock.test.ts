import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { silentLog } from "../testing/silent-log.ts";
import type { EmulatorControl } from "./emulator-control.ts";
import { followedClock } from "./followed-clock.ts";

describe("a followed clock", () => {
  it("stands where the other one stands, and tells when it was moved", async () => {
    const other = fakeEmulator();
    let machine = Date.parse("2026-11-22T12:00:00Z");
    await using clock = followedClock(other.control, silentLog, () => machine);
    let moves = 0;
    clock.onMoved(() => moves++);

    other.now = "2026-11-22T12:00:00.000Z";
    await clock.follow();
    assert.equal(moves, 0);

    other.now = "2026-11-24T12:00:00.000Z";
    await clock.follow();
    assert.equal(moves, 1);
    assert.equal(clock.now().toISOString(), "2026-11-24T12:00:00.000Z");

    machine += 5_000;
    assert.equal(clock.now().toISOString(), "2026-11-24T12:00:05.000Z");
  });

  it("stands still while the other one is frozen", async () => {
    const other = fakeEmulator();
    let machine = Date.parse("2026-11-22T12:00:00Z");
    await using clock = followedClock(other.control, silentLog, () => machine);
    other.frozen = true;
    await clock.follow();
    machine += 60_000;
    assert.equal(clock.now().toISOString(), other.now);
  });

  it("does not go back to what an earlier look hears late", async () => {
    const other = fakeEmulator();
    await using clock = followedClock(other.control, silentLog, () => Date.parse(other.now));
    const late = Promise.withResolvers<void>();
    other.now = "2026-11-25T12:00:00.000Z";
    other.answersAfter = late.promise;
    const early = clock.follow();
    other.now = "2026-11-24T12:00:00.000Z";
    other.answersAfter = null;
    await clock.follow();
    late.resolve();
    await early;
    assert.equal(clock.now().toISOString(), other.now);
  });

  it("goes on as it went while the emulator is away", async () => {
    const other = fakeEmulator();
    await using clock = followedClock(other.control, silentLog, () => 1_000);
    other.isAway = true;
    await assert.rejects(clock.follow());
    assert.equal(clock.now().getTime(), 1_000);
  });
});

function fakeEmulator() {
  const state = {
    now: "2026-11-22T12:00:00.000Z",
    frozen: false,
    isAway: false,
    answersAfter: null as Promise<void> | null,
  };
  const control: EmulatorControl = {
    baseUrl: "http://emulator.test",
    async get(_path, schema) {
      if (state.isAway) throw new Error("away");
      const { now, frozen } = state;
      await state.answersAfter;
      return schema.parse({ now, frozen });
    },
    post: refuse,
    patch: refuse,
    upload: refuse,
    graph: refuse,
  };
  return Object.assign(state, { control });
}

function refuse(): never {
  throw new Error("The clock only looks.");
}
