import { compact, type JsonObject } from "../json.ts";
import type { Person } from "../store/people.ts";
import type { Send, SendStatus } from "../store/sends.ts";
import { unreachable } from "../unreachable.ts";
import type { World } from "../world.ts";
import { findAmount } from "../store/bill/bill-lines.ts";
import { countStat } from "../store/bill/stat-slots.ts";
import { billDelivery, type Billed, quoteDelivery } from "./bill-delivery.ts";
import type { Charge } from "./charges/charge.ts";
import type { Conversation } from "./charges/conversation.ts";
import { countryOfDigits } from "./countries.ts";
import { maxPriceOf } from "./max-price.ts";
import { MICROS } from "./money.ts";

/** The parts of a status that tell a price. */
export type PriceBlocks = { readonly conversation?: JsonObject; readonly pricing?: JsonObject };

/**
 * Bills a send that moves to `status`, and says what the status tells of it.
 *
 * Prices stand in `sent`, where they are those of the moment, and in the first
 * of `delivered` and `read`, which is when the message is charged. A reaction
 * has no price.
 *
 * Meta: docs/…/webhooks/reference/messages/status, read 2026-11.
 */
export function priceStatus(
  world: World,
  send: Send,
  status: SendStatus,
  person: Person | null,
): PriceBlocks {
  const number = world.kinds.numbers.find(send.phoneNumberId);
  const waba = number === null ? null : world.kinds.wabas.find(number.wabaId);
  if (waba === null || send.type === "reaction") return {};
  const known = person?.waId ?? send.recipient;
  const digits = /^\d+$/.test(known) ? known : "";
  const billed: Billed = { send, waba, digits };
  countStatus(world, billed, status);
  if (status === "sent") return blocks(quoteDelivery(world, billed), true);
  const first = status === "delivered" || (status === "read" && send.status === "sent");
  return first ? withCost(world, billed, blocks(billDelivery(world, billed), false)) : {};
}

/** What was charged, where the business has set the most that it pays. */
function withCost(world: World, billed: Billed, told: PriceBlocks): PriceBlocks {
  if (maxPriceOf(world, billed.send, billed.waba.currency) === null) return told;
  const line = findAmount(world.db, billed.send.id);
  if (line === null) return told;
  const cost = { amount: line.amountMicros / MICROS, currency: line.currency };
  return { ...told, pricing: { ...told.pricing, cost } };
}

// Meta: reads are counted for 7 days after sending, docs/…/analytics ("Limitations"), read 2026-11.
const READ_COUNTED_MS = 7 * 24 * 60 * 60 * 1000;

function countStatus(world: World, billed: Billed, status: SendStatus): void {
  const { send, waba, digits } = billed;
  if (status !== "sent" && status !== "delivered" && status !== "read") return;
  const at = world.clock.now();
  const stat = {
    wabaId: waba.id,
    at,
    phoneNumberId: send.phoneNumberId,
    country: countryOfDigits(digits),
    templateId: send.templateId ?? "",
  };
  if (status === "read" && send.status === "sent") {
    countStat(world.db, { ...stat, metric: "delivered" });
  }
  if (status === "read" && at - send.acceptedAt > READ_COUNTED_MS) return;
  countStat(world.db, { ...stat, metric: status });
}

/**
 * The `pricing` and `conversation` blocks, each in the form of its tariff.
 *
 * Since 2025-07 `conversation` is left out but for free entry points, as from
 * Graph v24.0 on; `expiration_timestamp` stands only in `sent`.
 */
function blocks(charge: Charge, sent: boolean): PriceBlocks {
  const pricing = pricingBlock(charge);
  if (charge.conversation === null) return { pricing };
  return { conversation: conversationBlock(charge.conversation, sent), pricing };
}

function conversationBlock(conversation: Conversation, sent: boolean): JsonObject {
  return compact({
    id: conversation.id,
    expiration_timestamp: sent ? String(Math.floor(conversation.expiresAt / 1000)) : undefined,
    origin: { type: conversation.category },
  });
}

function pricingBlock(charge: Charge): JsonObject {
  const { billable, model, type, category } = charge;
  switch (model) {
    case "NBP":
      return { billable, pricing_model: model };
    case "CBP":
      return { billable, pricing_model: model, category };
    case "PMP":
      return { billable, pricing_model: model, type, category };
    default:
      return unreachable(model);
  }
}
