import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type WaveFigures, judgeWave, usualSigns, waveSize } from "./first-wave.ts";

const NOTHING: WaveFigures = { sent: 0, failed: 0, unreachable: 0, optedOut: 0, read: 0 };
const USUAL: WaveFigures = {
  sent: 9_800,
  failed: 200,
  unreachable: 150,
  optedOut: 40,
  read: 6_900,
};

describe("judgeWave", () => {
  check("takes one failure among twelve for chance", { sent: 11, failed: 1, read: 8 }, "good");
  check(
    "stops at a fifth that failed of a hundred and more",
    { sent: 120, failed: 40, read: 80 },
    "bad",
  );
  check(
    "stops at many who were not reached",
    { sent: 170, failed: 30, unreachable: 30, read: 120 },
    "bad",
  );
  check("stops at many who opted out", { sent: 400, optedOut: 20, read: 300 }, "bad");
  check("stops at half the usual readers", { sent: 500, read: 120 }, "bad");
  check(
    "lets pass what is as usual",
    { sent: 490, failed: 10, unreachable: 8, optedOut: 2, read: 340 },
    "good",
  );
  check("does not judge by nine people", { sent: 0, failed: 9, unreachable: 9 }, "too-few");

  it("holds to a limit that somebody has set, however usual the share is", () => {
    const wave = { ...NOTHING, sent: 400, failed: 100, optedOut: 20, read: 100 };
    const lax = { failed: 0.5, "opted-out": 0.2, read: 0 };
    assert.equal(judgeWave(wave, USUAL, lax).verdict, "good");
    const strict = judgeWave({ ...NOTHING, sent: 980, failed: 20, read: 690 }, USUAL, {
      failed: 0.005,
    });
    assert.deepEqual(
      strict.findings.filter(({ isBad }) => isBad).map(({ sign, limit }) => [sign, limit]),
      [["failed", 0.005]],
    );
  });

  it("asks for readers without a history when somebody has set how many", () => {
    const wave = { ...NOTHING, sent: 500, read: 50 };
    assert.equal(judgeWave(wave, NOTHING, { read: 0.4 }).verdict, "bad");
  });

  it("has the limits of a workspace follow what is usual there", () => {
    assert.deepEqual(
      usualSigns(USUAL).map(({ sign, limit }) => [sign, Math.round(limit * 1000) / 1000]),
      [
        ["failed", 0.1],
        ["unreachable", 0.08],
        ["opted-out", 0.02],
        ["read", 0.352],
      ],
    );
    assert.deepEqual(
      usualSigns(NOTHING).map(({ usual }) => usual),
      [null, null, null, null],
    );
  });

  it("does not ask for readers in a workspace without a history", () => {
    assert.equal(judgeWave({ ...NOTHING, sent: 500 }, NOTHING).verdict, "good");
  });

  it("is never better for one more that failed", () => {
    const some = fc.record({
      sent: fc.integer({ min: 10, max: 2000 }),
      failed: fc.nat(500),
      unreachable: fc.constant(0),
      optedOut: fc.constant(0),
      read: fc.constant(0),
    });
    fc.assert(
      fc.property(some, (wave) => {
        if (judgeWave(wave, NOTHING).verdict !== "bad") return;
        assert.equal(judgeWave({ ...wave, failed: wave.failed + 1 }, NOTHING).verdict, "bad");
      }),
    );
  });

  function check(name: string, wave: Partial<WaveFigures>, verdict: string) {
    it(name, () => {
      assert.equal(judgeWave({ ...NOTHING, ...wave }, USUAL).verdict, verdict);
    });
  }
});

describe("waveSize", () => {
  it("has somebody and leaves somebody", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 1_000_000 }),
        fc.integer({ min: 1, max: 50 }),
        (audience, percent) => {
          const size = waveSize(audience, percent);
          assert.ok(size >= 1 && size < audience);
        },
      ),
    );
  });
});
