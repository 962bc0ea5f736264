import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { microsOf, unitsOf } from "./amount-text.ts";

describe("microsOf", () => {
  check("12", 12_000_000);
  check("0.0118", 11_800);
  check(" 1 000,5 ", 1_000_500_000);
  check("", Number.NaN);
  check("1.2.3", Number.NaN);
  check("-1", Number.NaN);

  it("reads what unitsOf writes", () => {
    assert.equal(microsOf(unitsOf(136_500)), 136_500);
  });

  function check(text: string, expected: number) {
    it(`reads "${text}" as ${expected}`, () => assert.equal(microsOf(text), expected));
  }
});
