import type { Charge, Delivered, Terms } from "./charge.ts";
import { chargeConversation, insideConversation } from "./charge-conversation.ts";
import { openAt, type PairState } from "./conversation.ts";

// Meta: 1,000 free service conversations of an account and month until 2024-10-31,
// docs/…/pricing/conversation-based-pricing, read 2026-11.
const FREE_CONVERSATIONS = 1000;

/**
 * The tariffs of 2023-06 and 2024-11: a template opens a conversation of its
 * category unless one is open; anything else opens one of service unless one of
 * any category is open, and belongs to the one opened last.
 */
export function chargeByCategory(message: Delivered, pair: PairState, terms: Terms): Charge {
  const open = openAt(pair, message.at);
  if (!message.template) {
    const latest = open.at(-1);
    return latest === undefined
      ? openService(message, pair, terms)
      : insideConversation(latest, pair);
  }
  const category = templateCategory(message);
  const same = open.findLast((it) => it.category === category);
  if (same !== undefined) return insideConversation(same, pair);
  const abroad = category === "authentication" && message.international;
  const rate = abroad ? "authentication-international" : category;
  return chargeConversation(message, pair, terms, {
    category,
    priced: rate,
    type: "regular",
    rate,
    counter: null,
  });
}

function openService(message: Delivered, pair: PairState, terms: Terms): Charge {
  const counter = serviceConversationCounter(terms);
  const limited = terms.tariff === "2023";
  const free = terms.countOf(counter) < FREE_CONVERSATIONS ? "free_tier" : "regular";
  return chargeConversation(message, pair, terms, {
    category: "service",
    priced: "service",
    type: limited ? free : "free_service",
    rate: "service",
    counter: limited ? counter : null,
  });
}

/** A template without a category of its own is charged as marketing. */
export function templateCategory(message: Delivered): "marketing" | "utility" | "authentication" {
  const { category } = message;
  return category === "utility" || category === "authentication" ? category : "marketing";
}

export function serviceConversationCounter({ wabaId, day }: Pick<Terms, "wabaId" | "day">): string {
  return `service-conversations ${wabaId} ${day.slice(0, 7)}`;
}
