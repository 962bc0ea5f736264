import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { payloadOf, readPayload, scoresOf } from "./payload.ts";
import { type Scale, pointsOf, wordOf } from "./rating.ts";

const token = fc.stringMatching(/^[A-Za-z0-9_-]{22,64}$/u);
const rating = fc
  .constantFrom<Scale>(3, 5)
  .chain((of) => fc.record({ score: fc.integer({ min: 1, max: of }), of: fc.constant(of) }));

describe("the id of an answer", () => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(token, rating, (of, answer) => {
        assert.deepEqual(readPayload(payloadOf(of, answer)), { token: of, ...answer });
      }),
    );
  });

  it("fits into what Meta allows for a button and for a row", () => {
    fc.assert(
      fc.property(token, rating, (of, answer) => assert.ok(payloadOf(of, answer).length <= 200)),
    );
  });

  it("is nothing of what contacts may write or tap otherwise", () => {
    fc.assert(fc.property(fc.string(), (id) => assert.equal(readPayload(id), null)));
    const short = "galka-rating:short:3/3";
    const beyond = `galka-rating:${"a".repeat(24)}:4/3`;
    const other = `galka-rating:${"a".repeat(24)}:2/4`;
    const more = `galka-rating:${"a".repeat(24)}:2/3:x`;
    for (const id of [short, beyond, other, more]) assert.equal(readPayload(id), null, id);
  });
});

describe("a rating", () => {
  it("offers the best first", () => {
    assert.deepEqual(scoresOf(3), [3, 2, 1]);
    assert.deepEqual(scoresOf(5), [5, 4, 3, 2, 1]);
  });

  it("has from one to five points on either scale, and one word", () => {
    assert.deepEqual(
      scoresOf(3).map((score) => [pointsOf({ score, of: 3 }), wordOf({ score, of: 3 })]),
      [
        [5, "good"],
        [3, "ok"],
        [1, "bad"],
      ],
    );
    assert.deepEqual(
      scoresOf(5).map((score) => wordOf({ score, of: 5 })),
      ["good", "good", "ok", "bad", "bad"],
    );
  });
});
