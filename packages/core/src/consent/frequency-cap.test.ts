import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type FrequencyCap, decideCap } from "./frequency-cap.ts";

const DAY_MS = 24 * 60 * 60_000;
const NOW = new Date("2026-11-22T12:00:00Z");
const WEEKLY: FrequencyCap = { channelId: null, most: 2, days: 7 };

describe("decideCap", () => {
  it("allows what no cap forbids", () => {
    assert.deepEqual(decide([1, 2, 3], []), { allowed: true });
    assert.deepEqual(decide([1], [WEEKLY]), { allowed: true });
  });

  it("forbids one more, until the oldest of the most is too old", () => {
    const until = new Date(NOW.getTime() + 4 * DAY_MS);
    assert.deepEqual(decide([1, 3, 20], [WEEKLY]), { allowed: false, cap: WEEKLY, until });
  });

  it("allows one more at exactly so many days", () => {
    assert.deepEqual(decide([1, 7], [WEEKLY]), { allowed: true });
  });

  it("counts only the channel of a cap that has one", () => {
    const ofAnother = { ...WEEKLY, channelId: "c2" };
    assert.deepEqual(decide([1, 2], [ofAnother]), { allowed: true });
    assert.equal(decide([1, 2], [{ ...WEEKLY, channelId: "c1" }]).allowed, false);
  });

  it("answers the cap that holds longest", () => {
    const monthly: FrequencyCap = { channelId: null, most: 3, days: 30 };
    const verdict = decide([1, 3, 10], [WEEKLY, monthly]);
    assert.ok(!verdict.allowed && verdict.cap === monthly);
  });

  it("never lets more through than a cap says, whenever it is asked", () => {
    const caps = fc.array(
      fc.record({
        channelId: fc.constant(null),
        most: fc.integer({ min: 1, max: 4 }),
        days: fc.integer({ min: 1, max: 10 }),
      }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(
        caps,
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 80 }),
        (all, hours) => {
          const sent: { channelId: string; at: Date }[] = [];
          let atMs = NOW.getTime();
          for (const gap of hours) {
            atMs += gap * 3_600_000;
            const at = new Date(atMs);
            if (decideCap(at, sent, { caps: all, channelId: "c1" }).allowed) {
              sent.push({ channelId: "c1", at });
            }
          }
          for (const { most, days } of all) {
            for (const [n, { at }] of sent.entries()) {
              const next = sent[n + most];
              if (next) assert.ok(next.at.getTime() - at.getTime() >= days * DAY_MS);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  function decide(daysAgo: readonly number[], caps: readonly FrequencyCap[]) {
    const sent = daysAgo.map((days) => ({
      channelId: "c1",
      at: new Date(NOW.getTime() - days * DAY_MS),
    }));
    return decideCap(NOW, sent, { caps, channelId: "c1" });
  }
});
