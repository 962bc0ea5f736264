import { unreachable } from "../../kernel/unreachable.ts";
import { rateOf } from "../cards/rate-card.ts";
import { chargeByCategory, chargeByInitiator } from "./by-conversation.ts";
import { chargeByMessage } from "./by-message.ts";
import { type Charge, NOTHING_CHARGED } from "./charge.ts";
import type { Delivery } from "./delivery.ts";
import { chargeByEntryPoint } from "./entry-point.ts";
import type { Before, Terms } from "./terms.ts";

/** What one delivery costs, given what stood before it. */
export function chargeDelivery(delivery: Delivery, before: Before, terms: Terms): Charge {
  const { rules } = terms.tariff;
  if (rules.unit === "notification") return chargeNotification(delivery, terms);
  const free = chargeByEntryPoint(delivery, before, terms);
  if (free) return free;
  switch (rules.unit) {
    case "conversation-by-initiator":
      return chargeByInitiator(rules.freeConversations, delivery, before, terms);
    case "conversation-by-category":
      return chargeByCategory(rules.freeService, delivery, before, terms);
    case "message":
      return chargeByMessage(rules, delivery, before, terms);
    default:
      return unreachable(rules);
  }
}

/** Each delivered template; what is written inside the window is free. */
function chargeNotification({ category }: Delivery, { card, market }: Terms): Charge {
  if (category === "service") {
    return {
      ...NOTHING_CHARGED,
      model: "NBP",
      type: "free_customer_service",
      category,
      billable: false,
      reason: "answer-in-window",
    };
  }
  const { micros, standing } = rateOf(card, market, "notification");
  return {
    ...NOTHING_CHARGED,
    model: "NBP",
    type: "regular",
    category,
    billable: true,
    reason: "notification",
    rate: "notification",
    amountMicros: micros,
    standing,
  };
}
