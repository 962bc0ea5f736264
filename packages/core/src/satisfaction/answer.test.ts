import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Asked, type Tap, type TapDecision, receiveTap } from "./answer.ts";

const ASKED_AT = new Date("2026-11-22T12:00:00Z");
const DAY_MS = 86_400_000;
const GOOD = { score: 3, of: 3 } as const;
const BAD = { score: 1, of: 3 } as const;

describe("receiveTap", () => {
  check("thanks for a good answer", {}, tap(GOOD), { counts: true, afterwards: "thanks" });
  check("asks why after a bad one", {}, tap(BAD), { counts: true, afterwards: "why" });
  check("thanks once", { answeredAt: at(0), hasThanked: true }, tap(GOOD), {
    counts: true,
    afterwards: null,
  });
  check("asks why when a good one becomes bad", { answeredAt: at(0), hasThanked: true }, tap(BAD), {
    counts: true,
    afterwards: "why",
  });
  check("asks why once", { answeredAt: at(0), hasAskedWhy: true }, tap(BAD), {
    counts: true,
    afterwards: null,
  });
  check("takes an answer on the seventh day", {}, tap(GOOD, 7 * DAY_MS), {
    counts: true,
    afterwards: "thanks",
  });
  check("takes none after it", {}, tap(GOOD, 7 * DAY_MS + 1), { counts: false });
  check("keeps the later of two that came in the other order", { answeredAt: at(2) }, tap(BAD), {
    counts: false,
  });

  it("thanks only, where nobody wants to know why", () => {
    assert.deepEqual(receiveTap({ asksWhy: false }, asked(), tap(BAD)), {
      counts: true,
      afterwards: "thanks",
    });
  });

  it("ends with the latest answer, in whatever order taps come", () => {
    const seconds = fc.uniqueArray(fc.integer({ min: 1, max: 1_000 }), { minLength: 1 });
    fc.assert(
      fc.property(seconds, (order) => {
        let state = asked();
        let kept = -1;
        for (const second of order) {
          const decided = receiveTap({ asksWhy: true }, state, tap(GOOD, second * 1_000));
          if (!decided.counts) continue;
          kept = second;
          state = { ...state, answeredAt: at(second * 1_000) };
        }
        assert.equal(kept, Math.max(...order));
      }),
    );
  });

  function check(name: string, some: Partial<Asked>, given: Tap, expected: TapDecision) {
    it(name, () => assert.deepEqual(receiveTap({ asksWhy: true }, asked(some), given), expected));
  }
});

function asked(some: Partial<Asked> = {}): Asked {
  return { askedAt: ASKED_AT, answeredAt: null, hasThanked: false, hasAskedWhy: false, ...some };
}

function at(afterMs: number): Date {
  return new Date(ASKED_AT.getTime() + afterMs);
}

function tap(rating: Tap["rating"], afterMs = 1): Tap {
  return { rating, at: at(afterMs) };
}
