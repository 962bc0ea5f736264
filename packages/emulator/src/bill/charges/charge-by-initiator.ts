import type { Charge, Delivered, Terms } from "./charge.ts";
import { chargeConversation, insideConversation } from "./charge-conversation.ts";
import { openAt, type PairState } from "./conversation.ts";

// Meta: the first 1,000 conversations of an account and month, docs/…/pricing of 2022, read 2026-11.
const FREE_CONVERSATIONS = 1000;

/**
 * The tariff of 2022: one conversation at a time, begun by the business or by
 * the user; a template inside the window answers the user.
 */
export function chargeByInitiator(message: Delivered, pair: PairState, terms: Terms): Charge {
  const open = openAt(pair, message.at).at(-1);
  if (open !== undefined) return insideConversation(open, pair);
  const byBusiness = message.template && !message.windowOpen;
  const counter = conversationCounter(terms);
  const free = terms.countOf(counter) < FREE_CONVERSATIONS;
  const category = byBusiness ? "business_initiated" : "user_initiated";
  return chargeConversation(message, pair, terms, {
    category,
    priced: category,
    type: free ? "free_tier" : "regular",
    rate: byBusiness ? "business-initiated" : "user-initiated",
    counter,
  });
}

export function conversationCounter({ wabaId, day }: Pick<Terms, "wabaId" | "day">): string {
  return `conversations ${wabaId} ${day.slice(0, 7)}`;
}
