import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { tierBudgetOf, tierLimit, tierOfPeople, whenRoomReturns } from "./tier.ts";

describe("tierBudgetOf", () => {
  it("takes off who was written to and who is waited for", () => {
    const budget = tierBudgetOf({ tier: "TIER_2K", used: 1_200, reserved: 300 });
    assert.equal(budget.left, 500);
  });

  it("never goes below nothing", () => {
    assert.equal(tierBudgetOf({ tier: "TIER_250", used: 250, reserved: 9 }).left, 0);
  });

  it("has no end without a limit", () => {
    assert.equal(tierBudgetOf({ tier: "TIER_UNLIMITED", used: 9_000_000, reserved: 1 }).left, null);
  });

  it("takes a tier that nobody has told to be the lowest", () => {
    assert.deepEqual(tierLimit(null), { isKnown: false, people: 250 });
    assert.deepEqual(tierLimit("TIER_NOT_SET"), { isKnown: false, people: 250 });
  });
});

describe("tierOfPeople", () => {
  it("knows Meta's numbers, and nothing of others", () => {
    const told = [-1, 250, 2_000, 10_000, 100_000, 777].map(tierOfPeople);
    assert.deepEqual(told, [
      "TIER_UNLIMITED",
      "TIER_250",
      "TIER_2K",
      "TIER_10K",
      "TIER_100K",
      null,
    ]);
  });
});

describe("whenRoomReturns", () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour));
  const freed = [
    { at: at(9), count: 2 },
    { at: at(10), count: 200 },
  ];

  it("is when so many stop counting that one more fits", () => {
    const full = tierBudgetOf({ tier: "TIER_250", used: 250, reserved: 1 });
    assert.deepEqual(whenRoomReturns(full, freed), at(9));
    const waiting = tierBudgetOf({ tier: "TIER_250", used: 250, reserved: 2 });
    assert.deepEqual(whenRoomReturns(waiting, freed), at(10));
  });

  it("cannot be known while more wait than will be freed", () => {
    const crowded = tierBudgetOf({ tier: "TIER_250", used: 202, reserved: 400 });
    assert.equal(whenRoomReturns(crowded, freed), null);
  });
});
