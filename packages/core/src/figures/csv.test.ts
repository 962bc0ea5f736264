import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { csvOf } from "./csv.ts";

describe("csvOf", () => {
  check("writes numbers as numbers, even below zero", [[-3, 2.5]], "-3,2.5");
  check(
    "quotes what holds a comma, a quote or a new line",
    [['a,"b"', "c\nd"]],
    '"a,""b""","c\nd"',
  );
  check("leaves nothing for null", [["a", null, "b"]], "a,,b");
  check("keeps a formula from being one", [["=1+1"]], "'=1+1");
  check(
    "sees through what stands before a formula",
    [["\t=HYPERLINK(1)", " @SUM(1)", "+7 921"]],
    "'\t=HYPERLINK(1),' @SUM(1),'+7 921",
  );
  check("sees the full-width form too", [["＝1+1"]], "'＝1+1");

  it("never begins a text's cell like a formula", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = csvOf([[text, 1]])
          .slice(1)
          .replace(/^"/, "");
        assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
      }),
    );
  });

  function check(name: string, rows: (string | number | null)[][], expected: string) {
    it(name, () => {
      assert.equal(csvOf(rows), `\uFEFF${expected}\r\n`);
    });
  }
});
