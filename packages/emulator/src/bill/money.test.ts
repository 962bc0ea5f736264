import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { decimal, discounted, toMinor } from "./money.ts";

describe("money", () => {
  it("writes a rate as Meta's cards do", () => {
    assert.equal(decimal(11_800), "0.0118");
    assert.equal(decimal(0), "0.0000");
    assert.equal(decimal(1_234_567_800), "1234.5678");
    assert.equal(decimal(12), "0.000012");
  });

  it("rounds a tier's rate to a ten-thousandth, a half upwards", () => {
    assert.equal(discounted(6800, 5), 6500);
    assert.equal(discounted(3000, 5), 2900);
    assert.equal(discounted(800, 0), 800);
  });

  it("rounds a total once to the minor unit, a half upwards", () => {
    assert.equal(toMinor(15_000, "USD"), 2);
    assert.equal(toMinor(14_999, "USD"), 1);
    assert.equal(toMinor(499_999, "IDR"), 0);
    assert.equal(toMinor(500_000, "IDR"), 1);
  });
});
