import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { countryName, monthName } from "./bill-words.ts";

describe("the words of the bill", () => {
  it("name a country, and leave a code alone that no country has", () => {
    assert.equal(countryName("DE", "en"), "Germany");
    assert.equal(countryName("DE", "ru"), "Германия");
    assert.equal(countryName("", "en"), "");
  });

  it("name a month", () => {
    assert.equal(monthName("2026-11", "en"), "November 2026");
    assert.equal(monthName("some day", "en"), "some day");
  });
});
