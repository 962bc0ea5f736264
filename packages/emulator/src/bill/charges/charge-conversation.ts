import type { BillReason } from "../../wire/bill.ts";
import { type Charge, type Delivered, FREE, type Terms } from "./charge.ts";
import {
  type Conversation,
  type ConversationCategory,
  conversationId,
  type ConversationType,
  openAt,
  type PairState,
} from "./conversation.ts";
import { type RateKind, rateOf } from "../rate-card.ts";

const CONVERSATION_MS = 24 * 60 * 60 * 1000;

const REASON = {
  regular: "conversation-opened",
  free_tier: "free-tier",
  free_service: "free-service",
  free_entry_point: "free-entry-point",
} as const satisfies Record<ConversationType, BillReason>;

/**
 * Opens a conversation and charges it.
 *
 * Meta: `billable` is true also for a conversation of the free thousand, which
 * is on the invoice at no cost, docs/…/webhooks/components of 2023, read 2026-11.
 */
export function chargeConversation(
  message: Delivered,
  pair: PairState,
  terms: Terms,
  kind: {
    readonly category: ConversationCategory;
    readonly priced: string;
    readonly type: ConversationType;
    readonly rate: RateKind;
    readonly counter: string | null;
  },
): Charge {
  const { at } = message;
  const conversation: Conversation = {
    id: conversationId(message.wamid),
    category: kind.category,
    priced: kind.priced,
    type: kind.type,
    openedAt: at,
    expiresAt: at + CONVERSATION_MS,
  };
  const charged = kind.type === "regular";
  const rate = rateOf(terms.card, terms.market, kind.rate);
  return {
    ...about(conversation),
    reason: REASON[kind.type],
    rate: charged ? kind.rate : null,
    amountMicros: charged ? rate.micros : 0,
    standing: charged ? rate.standing : "published",
    tier: null,
    opens: true,
    pair: { ...pair, open: [...openAt(pair, at), conversation] },
    counter: kind.counter,
  };
}

/** A message that belongs to a conversation which is open already. */
export function insideConversation(conversation: Conversation, pair: PairState): Charge {
  return { ...FREE, ...about(conversation), reason: "inside-conversation", opens: false, pair };
}

function about(conversation: Conversation) {
  const { type } = conversation;
  return {
    model: "CBP",
    type: type === "free_service" ? "free_customer_service" : type,
    category: conversation.priced,
    billable: type === "regular" || type === "free_tier",
    conversation,
  } as const;
}
