import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { chanceOf } from "./proportions.ts";
import { decideTest } from "./split-test.ts";

const rival = (variant: number, hits: number, of: number) => ({ variant, share: { hits, of } });

/** A small generator of known quality, so that the same people answer in every run. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function answering(roll: () => number, of: number, rate: number): number {
  let hits = 0;
  for (let n = 0; n < of; n++) if (roll() < rate) hits += 1;
  return hits;
}

describe("decideTest", () => {
  it("says that it is not enough of a few people", () => {
    assert.equal(decideTest([rival(0, 9, 10), rival(1, 1, 10)]).verdict, "not-enough");
  });

  it("finds the better one of a clear difference", () => {
    const result = decideTest([rival(0, 300, 1000), rival(1, 400, 1000)]);
    assert.equal(result.verdict, "winner");
    assert.ok(result.verdict === "winner" && result.variant === 1 && result.chance < 0.001);
  });

  it("names the leader of a difference that may be chance", () => {
    const result = decideTest([rival(0, 300, 1000), rival(1, 310, 1000)]);
    assert.ok(result.verdict === "not-enough" && result.leader === 1);
  });

  it("does not depend on the order in which the rivals are given", () => {
    const rivals = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 200, max: 400 })), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(rivals, (given) => {
        const named = given.map(([hits, of], variant) => rival(variant, hits, of));
        const one = decideTest(named);
        const other = decideTest(named.toReversed());
        assert.equal(one.verdict, other.verdict);
        assert.ok(Math.abs(one.chance - other.chance) < 1e-12);
      }),
    );
  });

  it("calls a winner among equals in at most one of twenty tests, of two and of four", () => {
    for (const count of [2, 4]) {
      const roll = dice(20_26 + count);
      let winners = 0;
      for (let run = 0; run < 1000; run++) {
        const rivals = Array.from({ length: count }, (_, n) =>
          rival(n, answering(roll, 400, 0.4), 400),
        );
        if (decideTest(rivals).verdict === "winner") winners += 1;
      }
      assert.ok(winners <= 65, `${winners} of 1000 with ${count} rivals`);
    }
  });

  it("finds a real difference of ten points nearly always with a thousand people each", () => {
    const roll = dice(7);
    let found = 0;
    for (let run = 0; run < 200; run++) {
      const rivals = [
        rival(0, answering(roll, 1000, 0.4), 1000),
        rival(1, answering(roll, 1000, 0.5), 1000),
      ];
      const result = decideTest(rivals);
      if (result.verdict === "winner" && result.variant === 1) found += 1;
    }
    assert.ok(found >= 190, `${found} of 200`);
  });
});

describe("chanceOf", () => {
  it("is that of the tables", () => {
    // z = 1.96 for 60 against 45 of 100 … computed by hand: pooled 0.525, z = 2.124.
    const chance = chanceOf({ hits: 60, of: 100 }, { hits: 45, of: 100 });
    assert.ok(Math.abs(chance - 0.0337) < 0.0005, String(chance));
  });
});
