import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { comesAgain, isImplied, travelsAlone, travelTimes } from "./weather.ts";

const COUNT = 10_000;
const all = (weather: "calm" | "real" | "hostile", seed = "s") =>
  Array.from({ length: COUNT }, (_, update) => travelTimes({ seed, weather }, update));

describe("the weather", () => {
  it("is prompt, single and in order when calm", () => {
    const calm = { seed: "s", weather: "calm" } as const;
    assert.ok(all("calm").every((it) => it.length === 1 && it[0] === 0));
    assert.deepEqual(
      [comesAgain(calm, 1), isImplied(calm, 1), travelsAlone(calm, "1")],
      [false, false, false],
    );
  });

  it("brings a few late and twice when real, many when hostile, and loses none", () => {
    for (const [weather, late, twice] of [
      ["real", 100, 50],
      ["hostile", 2500, 1500],
    ] as const) {
      const times = all(weather);
      assert.ok(times.every((it) => it.length >= 1));
      assert.ok(times.filter((it) => (it[0] ?? 0) > 4000).length > late * 0.3, weather);
      assert.ok(times.filter((it) => it.length === 2).length > twice, weather);
    }
  });

  it("follows from the seed", () => {
    assert.deepEqual(all("real"), all("real"));
    assert.notDeepEqual(all("real"), all("real", "t"));
  });
});
