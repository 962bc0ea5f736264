import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { chance } from "./chance.ts";

const many = Array.from({ length: 20_000 }, (_, index) => chance("seed", "dice", index));

describe("chance", () => {
  it("is the same for the same seed and occasion, and another for another", () => {
    assert.equal(chance("a", "x", 1), chance("a", "x", 1));
    const all = [
      chance("a", "x", 1),
      chance("b", "x", 1),
      chance("a", "y", 1),
      chance("a", "x", 2),
    ];
    assert.equal(new Set([...all, chance("a", "x1")]).size, 5);
  });

  it("falls evenly, also for neighbours", () => {
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const count = many.filter((it) => Math.floor(it * 10) === tenth).length;
      assert.ok(Math.abs(count - 2000) < 200, `${tenth}: ${count}`);
    }
    const rises = many.filter((it, index) => it > (many[index - 1] ?? 1)).length;
    assert.ok(Math.abs(rises - 10_000) < 400, String(rises));
  });
});
