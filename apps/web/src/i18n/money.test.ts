import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { commonDigits, moneyInColumn } from "./money.ts";

describe("money in a column", () => {
  check("has cents where somebody pays whole coins", [19_930_000, 374_000, 3_400], 2);
  check("has as many digits as the finest of small amounts", [55_000, 0], 3);
  check("has four digits at most", [3_400, 55_000, 1], 4);
  check("has cents where nothing is finer", [50_000, 0], 2);
  check("has cents where nothing is", [], 2);

  it("writes zeroes where others have digits", () => {
    assert.equal(moneyInColumn("en", 0, { currency: "USD", digits: 3 }), "$0.000");
  });

  function check(name: string, amounts: readonly number[], digits: number): void {
    it(name, () => assert.equal(commonDigits(amounts), digits));
  }
});
