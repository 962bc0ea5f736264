import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { estimate, estimateByShare } from "./estimate.ts";

describe("estimate", () => {
  it("is exact once everybody was drawn", () => {
    assert.deepEqual(estimate({ total: 40, drawn: 40, hits: 7 }), { exact: true, count: 7 });
  });

  it("knows nothing of nobody", () => {
    assert.deepEqual(estimate({ total: 40, drawn: 0, hits: 0 }), {
      exact: false,
      about: 0,
      least: 0,
      most: 40,
    });
  });

  it("does not take none of a thousand for none of a million", () => {
    assert.deepEqual(estimate({ total: 1_000_000, drawn: 1000, hits: 0 }), {
      exact: false,
      about: 0,
      least: 0,
      most: 3827,
    });
  });

  it("knows that whoever was drawn is meant, or is not", () => {
    const judged = estimate({ total: 100, drawn: 98, hits: 98 });
    assert.ok(!judged.exact);
    assert.deepEqual([judged.least, judged.most], [98, 100]);
  });

  it("has the true number between its ends about 19 times of 20", () => {
    for (const share of [0.001, 0.02, 0.3, 0.5, 0.97]) {
      const total = 100_000;
      const drawn = 2000;
      let seed = 1;
      let within = 0;
      for (let round = 0; round < 200; round += 1) {
        let hits = 0;
        for (let n = 0; n < drawn; n += 1) {
          // Park and Miller's numbers: the same in every run.
          seed = (seed * 48_271) % 2_147_483_647;
          if (seed / 2_147_483_647 < share) hits += 1;
        }
        const judged = estimate({ total, drawn, hits });
        const truth = total * share;
        if (!judged.exact && judged.least <= truth && truth <= judged.most) within += 1;
      }
      assert.ok(within >= 180, `${share}: ${within} of 200`);
    }
  });
});

describe("estimateByShare", () => {
  it("does not know how many all are, so that its ends lie further apart", () => {
    const known = estimate({ total: 100_000, drawn: 1000, hits: 900 });
    const unknown = estimateByShare({ share: 0.01, hits: 900 });
    assert.ok(!known.exact && !unknown.exact);
    assert.equal(unknown.about, known.about);
    assert.ok(unknown.least < known.least && unknown.most > known.most);
  });

  it("does not take none for nobody", () => {
    assert.deepEqual(estimateByShare({ share: 0.01, hits: 0 }), {
      exact: false,
      about: 0,
      least: 0,
      most: 385,
    });
  });
});
