import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { money, percent, timeSpan } from "./figures.ts";

describe("figures", () => {
  it("tell a time span in its two largest units", () => {
    assert.equal(timeSpan(3 * 3_600_000 + 5 * 60_000 + 9_000, "en"), "3 hr 5 min");
    assert.equal(timeSpan(86_400_000, "en"), "1 day");
    assert.equal(timeSpan(1_500, "en"), "1 sec");
    assert.equal(timeSpan(250, "en"), "250 ms");
    assert.equal(timeSpan(0, "en"), "0 ms");
  });

  it("leave out a unit of which there is none", () => {
    assert.equal(timeSpan(2 * 86_400_000 + 60_000, "en"), "2 days");
  });

  it("keep the parts of a cent that a message costs", () => {
    assert.equal(money(13_600, "EUR", "en"), "€0.0136");
    assert.equal(money(2_500_000, "USD", "en"), "$2.50");
  });

  it("tell a share with one digit after the point", () => {
    assert.equal(percent(0.0312, "en"), "3.1%");
  });
});
