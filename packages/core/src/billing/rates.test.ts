import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { FREE_ANSWERS_A_MONTH, pricesFor } from "./rates.ts";

describe("pricesFor", () => {
  check("knows a country by its calling code", "4915112345678", "Germany", 55_000);
  check(
    "takes the longest code that fits: Jamaica is not the United States",
    "18765550101",
    "Rest of Latin America",
    11_300,
  );
  check("tells Kazakhstan from Russia", "77011234567", "Kazakhstan", 18_000);
  check("charges what fits no market as Other", "6851234567", "Other", 7_700);
  check("charges somebody without a number as Other", null, "Other", 7_700);

  it("gives answers away until a thousand of a month are used up", () => {
    assert.equal(pricesFor("491511", FREE_ANSWERS_A_MONTH - 1).answerMicros, 0);
    assert.equal(pricesFor("491511", FREE_ANSWERS_A_MONTH).answerMicros, 55_000);
  });

  function check(name: string, digits: string | null, market: string, utilityMicros: number) {
    it(name, () => {
      const prices = pricesFor(digits, 0);
      assert.deepEqual([prices.market, prices.utilityMicros], [market, utilityMicros]);
    });
  }
});
