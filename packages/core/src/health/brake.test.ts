import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  BRAKES,
  type Brake,
  type BrakeState,
  CALM_MS,
  type Overrule,
  heldBrake,
  judge,
  noBrake,
  stillOverruled,
  strengthOf,
  strongest,
} from "./brake.ts";

const MINUTE_MS = 60_000;

describe("judge", () => {
  it("puts a brake on at once", () => {
    const state = judge(at(5), noBrake(at(0)), "pause-marketing");
    assert.deepEqual(state, { brake: "pause-marketing", since: at(5), calmSince: null });
  });

  it("takes it off step by step, each after a calm of its own", () => {
    const braked = judge(at(0), noBrake(at(0)), "pause-marketing");
    const seen = steps(braked, 0, 200, () => "none");
    assert.deepEqual(
      seen.map(({ minute, brake }) => `${minute} ${brake}`),
      ["120 slow", "150 none"],
    );
  });

  it("begins the calm anew when the brake was needed once more", () => {
    const braked = judge(at(0), noBrake(at(0)), "slow");
    const seen = steps(braked, 0, 90, (minute) => (minute === 29 ? "slow" : "none"));
    assert.deepEqual(
      seen.map(({ minute, brake }) => `${minute} ${brake}`),
      ["60 none"],
    );
  });

  it("does not flap, whatever is asked for", () => {
    const asked = fc.array(fc.constantFrom(...BRAKES), { minLength: 1, maxLength: 600 });
    fc.assert(
      fc.property(asked, (wishes) => {
        let state: BrakeState = noBrake(at(0));
        let loosenedAt = Number.NEGATIVE_INFINITY;
        for (const [minute, wish] of wishes.entries()) {
          const next = judge(at(minute), state, wish);
          assert.deepEqual(judge(at(minute), next, wish), next, "twice is once");
          assert.ok(strengthOf(next.brake) >= strengthOf(wish), "never less than is asked for");
          const step = strengthOf(state.brake) - strengthOf(next.brake);
          if (step > 0) {
            const calmMs = CALM_MS[state.brake];
            assert.equal(step, 1);
            assert.ok(at(minute).getTime() - state.since.getTime() >= calmMs);
            assert.ok((minute - loosenedAt) * MINUTE_MS >= Math.min(calmMs, CALM_MS.slow));
            const recent = wishes.slice(Math.max(0, minute - calmMs / MINUTE_MS), minute);
            assert.ok(recent.every((it) => strengthOf(it) < strengthOf(state.brake)));
            loosenedAt = minute;
          }
          state = next;
        }
      }),
    );
  });

  it("comes off in the end", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...BRAKES), { maxLength: 50 }), (wishes) => {
        let state = noBrake(at(0));
        for (const [minute, wish] of wishes.entries()) state = judge(at(minute), state, wish);
        for (let minute = 50; minute < 400; minute += 1) state = judge(at(minute), state, "none");
        assert.equal(state.brake, "none");
      }),
    );
  });

  function steps(from: BrakeState, begin: number, end: number, asked: (minute: number) => Brake) {
    let state = from;
    const seen: { readonly minute: number; readonly brake: Brake }[] = [];
    for (let minute = begin; minute <= end; minute += 1) {
      const next = judge(at(minute), state, asked(minute));
      if (next.brake !== state.brake) seen.push({ minute, brake: next.brake });
      state = next;
    }
    return seen;
  }
});

describe("stillOverruled", () => {
  const overrule: Overrule = {
    brake: "none",
    reason: "The list is clean.",
    memberId: "ana",
    at: at(0),
    until: at(60),
    against: "slow",
  };

  it("lets a person's word hold until its time", () => {
    assert.equal(stillOverruled(at(59), overrule, "slow"), true);
    assert.equal(stillOverruled(at(60), overrule, "slow"), false);
  });

  it("ends it for what nobody knew of", () => {
    assert.equal(stillOverruled(at(1), overrule, "pause-marketing"), false);
  });

  it("keeps a stop that a person has made", () => {
    const stop: Overrule = { ...overrule, brake: "pause-all", against: "none" };
    assert.equal(stillOverruled(at(1), stop, "pause-marketing"), true);
    assert.equal(heldBrake(noBrake(at(0)), stop), "pause-all");
  });
});

describe("strongest", () => {
  it("is none of nothing, and the strongest of several", () => {
    assert.equal(strongest([]), "none");
    assert.equal(strongest(["slow", "pause-all", "pause-marketing"]), "pause-all");
  });
});

function at(minute: number): Date {
  return new Date(Date.UTC(2026, 10, 23) + minute * MINUTE_MS);
}
