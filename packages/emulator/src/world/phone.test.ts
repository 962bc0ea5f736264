import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { bsuidOf, digitsOf, displayPhone, isBsuid, phoneForms } from "./phone.ts";

describe("phoneForms", () => {
  check("takes plus, brackets, dashes and spaces out", "+1 (650) 555-1234", ["16505551234"]);
  check("puts the business's country before a number without one", "5551234567", [
    "15551234567",
    "5551234567",
  ]);
  check("knows a Brazilian mobile with and without its nine", "+55 11 5555 0101", [
    "551155550101",
    "5511955550101",
  ]);
  check("knows a Mexican mobile with and without its one", "5215555550101", [
    "5215555550101",
    "525555550101",
  ]);
  check("knows an Argentine mobile with and without its nine", "+541155550101", [
    "541155550101",
    "5491155550101",
  ]);
  check("finds no number in letters", "call me", []);

  function check(name: string, input: string, forms: readonly string[]) {
    it(name, () => assert.deepEqual(phoneForms(input, "15550100100"), forms));
  }
});

describe("digitsOf", () => {
  it("refuses what is not a phone number", () => {
    assert.equal(digitsOf("12ab34567"), null);
    assert.equal(digitsOf(""), null);
  });
});

describe("bsuidOf", () => {
  it("begins with the country and is the same for the same number", () => {
    assert.match(bsuidOf("seed", "79995550101"), /^RU\.\d{20}$/);
    assert.equal(bsuidOf("seed", "79995550101"), bsuidOf("seed", "79995550101"));
    assert.ok(isBsuid(bsuidOf("seed", "5511955550101")));
  });
});

describe("displayPhone", () => {
  it("separates the country", () => assert.equal(displayPhone("15550100100"), "+1 555-010-0100"));
});
