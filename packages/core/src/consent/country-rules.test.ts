import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { countryRule } from "./country-rules.ts";

const CHOICE = { reason: "Our lawyer says so", by: "m1", at: "2026-11-22T12:00:00Z" };

describe("countryRule", () => {
  it("sends no marketing to Russia unless the owner says otherwise", () => {
    assert.equal(countryRule("RU", {}).marketing, "off");
    const chosen = countryRule("RU", { RU: { ...CHOICE, marketing: "allowed" } });
    assert.deepEqual(chosen, { marketing: "allowed", because: null, quietHours: null });
  });

  it("keeps the hours of a country whose marketing the owner has allowed", () => {
    const chosen = countryRule("US", { US: { ...CHOICE, marketing: "allowed" } });
    assert.deepEqual(chosen.quietHours, { fromMinute: 1260, toMinute: 480 });
  });

  it("has no rule for a country of which nothing is said, until the owner says it", () => {
    assert.equal(countryRule("DE", {}).marketing, "allowed");
    assert.equal(countryRule("DE", { DE: { ...CHOICE, marketing: "off" } }).marketing, "off");
    assert.equal(countryRule(null, {}).marketing, "allowed");
  });
});
