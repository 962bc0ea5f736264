import { type Charge, type Delivered, FREE, type Terms } from "./charge.ts";
import type { PairState } from "./conversation.ts";
import { rateOf } from "../rate-card.ts";

/**
 * The tariff of 2018: every delivered template message is charged, what is
 * written inside the window is free.
 *
 * The Cloud API is younger than this tariff; the `pricing` block is the one of
 * the on-premises API of those days.
 */
export function chargeNotification(message: Delivered, pair: PairState, terms: Terms): Charge {
  if (!message.template) {
    return {
      ...FREE,
      model: "NBP",
      type: "free_customer_service",
      category: "service",
      billable: false,
      reason: "session-message",
      pair,
    };
  }
  const rate = rateOf(terms.card, terms.market, "notification");
  return {
    ...FREE,
    model: "NBP",
    type: "regular",
    category: message.category,
    billable: true,
    reason: "notification",
    rate: "notification",
    amountMicros: rate.micros,
    standing: rate.standing,
    pair,
  };
}
