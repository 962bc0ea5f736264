import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { billingMonth, priceOf, pricingBlock } from "./pricing.ts";

describe("priceOf", () => {
  it("gives service messages free within the month's allowance", () => {
    const free = { billable: false, type: "free_customer_service", category: "service" };
    assert.deepEqual(priceOf("service", 999, 1000), free);
  });

  it("charges the first service message beyond the allowance", () => {
    const paid = { billable: true, type: "regular", category: "service" };
    assert.deepEqual(priceOf("service", 1000, 1000), paid);
  });

  it("charges every template by its category", () => {
    const paid = { billable: true, type: "regular", category: "utility" };
    assert.deepEqual(priceOf("utility", 0, 1000), paid);
  });
});

it("names the pricing model in the status", () => {
  const block = pricingBlock(priceOf("marketing", 0, 0));
  assert.equal(block["pricing_model"], "PMP");
});

it("counts the allowance by calendar month", () => {
  assert.equal(billingMonth(Date.UTC(2026, 9, 31, 23, 59)), "2026-10");
});
