import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { countOccurrence, startOccurrences } from "./occurrences.ts";

describe("countOccurrence", () => {
  it("counts each key by itself", () => {
    const seen = startOccurrences();
    const counts = ["a", "b", "a", "a", "ab"].map((key) => countOccurrence(seen, key));
    assert.deepEqual(counts, [1, 1, 2, 3, 1]);
  });

  it("remembers a hundred thousand keys, and holds no more than two generations", () => {
    const seen = startOccurrences();
    let repeats = 0;
    for (let index = 0; index < 270_000; index += 1) {
      if (countOccurrence(seen, `${index}`) > 1) repeats += 1;
    }
    assert.equal(repeats, 0);
    assert.equal(countOccurrence(seen, "170000"), 2);
    assert.ok(seen.recent.size + seen.older.size <= 262_144);
  });
});
