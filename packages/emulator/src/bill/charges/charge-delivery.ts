import { unreachable } from "../../unreachable.ts";
import type { Charge, Delivered, Terms } from "./charge.ts";
import { chargeByCategory } from "./charge-by-category.ts";
import { chargeByInitiator } from "./charge-by-initiator.ts";
import { chargeByMessage } from "./charge-by-message.ts";
import { chargeNotification } from "./charge-notification.ts";
import type { PairState } from "./conversation.ts";
import { freeEntryPoint } from "./free-entry-point.ts";

/** What `message` costs under `terms`, given what went before between the two. */
export function chargeDelivery(message: Delivered, pair: PairState, terms: Terms): Charge {
  if (terms.tariff === "2018") return chargeNotification(message, pair, terms);
  const free = freeEntryPoint(message, pair, terms);
  if (free !== null) return free;
  switch (terms.tariff) {
    case "2022":
      return chargeByInitiator(message, pair, terms);
    case "2023":
    case "2024-11":
      return chargeByCategory(message, pair, terms);
    case "2025-07":
    case "2026-10":
      return chargeByMessage(message, pair, terms);
    default:
      return unreachable(terms.tariff);
  }
}
