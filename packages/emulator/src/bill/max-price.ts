import { objectAt, parseObject } from "../json.ts";
import type { Send } from "../store/sends.ts";
import type { World } from "../world.ts";
import type { Charge, Terms } from "./charges/charge.ts";
import { MICROS, minorDigits } from "./money.ts";

/** Meta: a bid is the price of so many deliveries, docs/…/marketing-messages/pricing, read 2026-11. */
const DELIVERIES = 1000;

/**
 * The most that the business wants to pay for this send, in micros of its
 * currency; `null` when it has said nothing and pays by the rate card.
 */
export function maxPriceOf(world: World, send: Send, currency: string): number | null {
  if (send.category !== "marketing_lite" || send.templateId === null) return null;
  const bid = world.kinds.templates.find(send.templateId)?.bidSpec?.["bid_amount"];
  if (typeof bid !== "number") return null;
  const unit = MICROS / 10 ** minorDigits(currency);
  return Math.floor((bid * multiplierOf(send) * unit) / DELIVERIES);
}

/**
 * The charge, or the most that the business wants to pay where that is less.
 *
 * Meta charges "that max price or lower" and does not publish how much lower,
 * docs/…/marketing-messages/pricing, read 2026-11. A bid is in the account's
 * currency, so it says nothing about a charge in another one.
 */
export function capCharge(
  charge: Charge,
  maxPrice: number | null,
  terms: Terms,
  currency: string,
): Charge {
  if (maxPrice === null || !charge.billable || terms.card.currency !== currency) return charge;
  return { ...charge, amountMicros: Math.min(charge.amountMicros, maxPrice) };
}

function multiplierOf(send: Send): number {
  const bid = objectAt(parseObject(send.body), "bid_spec") ?? {};
  return Number(bid["per_message_bid_multiplier"] ?? 1);
}
