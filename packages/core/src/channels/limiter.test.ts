import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Lane } from "../sends/send.ts";
import { createLimiter } from "./limiter.ts";

describe("createLimiter", () => {
  it("lets a lone reply through at once", () => {
    assert.deepEqual(createLimiter(80).take(0, "reply", "luz"), { allowed: true });
  });

  it("keeps room for a reply while a campaign uses the number to the full", () => {
    const limiter = createLimiter(80);
    let nowMs = 0;
    while (nowMs < 5000 || limiter.take(nowMs, "marketing", null).allowed) {
      while (limiter.take(nowMs, "marketing", null).allowed) continue;
      nowMs += 1;
    }
    assert.equal(limiter.take(nowMs, "marketing", null).allowed, false);
    assert.equal(limiter.take(nowMs, "reply", "luz").allowed, true);
  });

  it("lets a campaign use a fast number within two percent, several messages at each look", () => {
    const limiter = createLimiter(1000);
    const groups: number[] = [];
    for (let nowMs = 0; nowMs < 10_000; nowMs += 8) {
      let group = 0;
      while (limiter.take(nowMs, "marketing", null).allowed) group += 1;
      groups.push(group);
    }
    const perSecond = groups.reduce((sum, group) => sum + group, 0) / 10;
    assert.ok(perSecond >= 980 && perSecond <= 1000, String(perSecond));
    assert.ok(Math.min(...groups) >= 7, String(groups));
  });

  it("allows 45 messages to one person at once and the next after six seconds", () => {
    const limiter = createLimiter(10_000);
    for (let sent = 0; sent < 45; sent += 1) {
      assert.equal(limiter.take(0, "reply", "luz").allowed, true);
    }
    assert.deepEqual(limiter.take(0, "reply", "luz"), {
      allowed: false,
      waitMs: 6000,
      because: "pair",
    });
    assert.equal(limiter.take(0, "reply", "ana").allowed, true);
    assert.equal(limiter.take(6000, "reply", "luz").allowed, true);
  });

  it("writes to nobody who is held before their time", () => {
    const limiter = createLimiter(80);
    limiter.holdPair(4000, "luz");
    assert.deepEqual(limiter.take(1000, "reply", "luz"), {
      allowed: false,
      waitMs: 3000,
      because: "pair",
    });
    assert.equal(limiter.take(4000, "reply", "luz").allowed, true);
  });

  it("leaves a held number's replies alone, and the rest its share", () => {
    const limiter = createLimiter(100);
    limiter.holdBack(0.25);
    let campaign = 0;
    for (let nowMs = 0; nowMs < 10_000; nowMs += 1) {
      if (limiter.take(nowMs, "marketing", null).allowed) campaign += 1;
    }
    assert.ok(Math.abs(campaign - 0.25 * 90 * 10) <= 2, String(campaign));
    assert.equal(limiter.take(10_000, "reply", "luz").allowed, true);
    limiter.holdBack(1);
    assert.equal(limiter.take(10_020, "marketing", null).allowed, true);
  });

  it("falls to seven tenths when told, once for complaints that come together, and recovers", () => {
    const limiter = createLimiter(100);
    limiter.slowDown(0);
    limiter.slowDown(300);
    assert.ok(Math.abs(limiter.ratePerSecond(0, "reply") - 63) < 0.001);
    limiter.slowDown(1000);
    assert.ok(Math.abs(limiter.ratePerSecond(1000, "reply") - 0.72 * 0.7 * 90) < 0.001);
    assert.equal(limiter.ratePerSecond(60_000, "reply"), 90);
  });

  it("starts at a tenth after an outage", () => {
    const limiter = createLimiter(100);
    limiter.ramp(0);
    assert.ok(Math.abs(limiter.ratePerSecond(0, "reply") - 9) < 0.001);
    assert.equal(limiter.ratePerSecond(45_000, "reply"), 90);
  });

  it("leaves room for what comes in, but never stops", () => {
    const limiter = createLimiter(100);
    limiter.hear(500, 40);
    assert.ok(Math.abs(limiter.ratePerSecond(500, "reply") - 54) < 0.001);
    limiter.hear(600, 4000);
    assert.ok(Math.abs(limiter.ratePerSecond(600, "reply") - 4.5) < 0.001);
    assert.equal(limiter.ratePerSecond(10_000, "reply"), 90);
  });

  it("never lets more through in any second than the throughput, for any interleaving", () => {
    const lane = fc.constantFrom<Lane>("reply", "utility", "marketing");
    const step = fc.record({
      passMs: fc.oneof(fc.constant(0), fc.nat({ max: 3 }), fc.nat({ max: 400 })),
      act: fc.oneof(
        { weight: 20, arbitrary: fc.record({ take: lane, times: fc.nat({ max: 60 }) }) },
        { weight: 1, arbitrary: fc.constantFrom("slow" as const, "ramp" as const) },
        { weight: 1, arbitrary: fc.record({ hear: fc.nat({ max: 100 }) }) },
      ),
    });

    fc.assert(
      fc.property(fc.integer({ min: 5, max: 200 }), fc.array(step), (perSecond, steps) => {
        const limiter = createLimiter(perSecond);
        const takenAt: number[] = [];
        let nowMs = 0;
        for (const { passMs, act } of steps) {
          nowMs += passMs;
          if (act === "slow") limiter.slowDown(nowMs);
          else if (act === "ramp") limiter.ramp(nowMs);
          else if ("hear" in act) limiter.hear(nowMs, act.hear);
          else {
            for (let n = 0; n < act.times; n += 1) {
              if (limiter.take(nowMs, act.take, null).allowed) takenAt.push(nowMs);
            }
          }
        }
        for (const [first, start] of takenAt.entries()) {
          const within = takenAt.slice(first).filter((at) => at < start + 1000).length;
          assert.ok(within <= perSecond, `${within} in a second at ${perSecond}`);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("never writes to one person more than 45 times plus once every six seconds", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5000 }), { maxLength: 300 }), (gaps) => {
        const limiter = createLimiter(100_000);
        const takenAt: number[] = [];
        let nowMs = 0;
        for (const gap of gaps) {
          nowMs += gap;
          if (limiter.take(nowMs, "reply", "luz").allowed) takenAt.push(nowMs);
        }
        for (const [first, start] of takenAt.entries()) {
          for (const [offset, at] of takenAt.slice(first).entries()) {
            assert.ok(offset + 1 <= 45 + (at - start) / 6000 + 1e-9);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
