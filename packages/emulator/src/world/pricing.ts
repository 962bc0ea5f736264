import type { JsonObject } from "../json.ts";

/** What a delivered message costs, as far as the status webhook tells. */
export type Price = {
  readonly billable: boolean;
  readonly type: string;
  readonly category: string;
};

/**
 * Prices since 2026-10-01: each delivered message is charged by its category;
 * a number's first service messages of a month are free.
 *
 * Meta: "free_customer_service" inside the monthly allowance, then "regular",
 * docs/…/pricing, read 2026-11.
 */
export function priceOf(category: string, serviceUsed: number, allowance: number): Price {
  const free = category === "service" && serviceUsed < allowance;
  return { billable: !free, type: free ? "free_customer_service" : "regular", category };
}

/** The `pricing` block of a status. */
export function pricingBlock(price: Price): JsonObject {
  return {
    billable: price.billable,
    pricing_model: "PMP",
    type: price.type,
    category: price.category,
  };
}

/** The calendar month that the free allowance belongs to. */
export function billingMonth(now: number): string {
  return new Date(now).toISOString().slice(0, 7);
}
