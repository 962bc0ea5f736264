import { type RateKind, hasRate, rateOf } from "../cards/rate-card.ts";
import type { FreeCount } from "../tariffs/tariff.ts";
import { isFromAbroad } from "./account.ts";
import {
  type Charge,
  type ChargeReason,
  type ChargeType,
  NOTHING_CHARGED,
  type OpenConversation,
} from "./charge.ts";
import { type Delivery, inWindow, templateCategory } from "./delivery.ts";
import { ENTRY_POINT_CATEGORY } from "./entry-point.ts";
import type { Before, Terms } from "./terms.ts";

// Meta: a conversation is 24 hours from its first delivered message,
// docs/…/pricing/conversation-based-pricing, read 2026-11.
const CONVERSATION_MS = 24 * 60 * 60 * 1000;

/** One conversation at a time; the first of a month are free, whoever began them. */
export function chargeByInitiator(
  freeConversations: number,
  delivery: Delivery,
  before: Before,
  terms: Terms,
): Charge {
  const open = before.open.at(-1);
  if (open) return within(open);
  const byBusiness = delivery.category !== "service" && !inWindow(delivery);
  const counter = `conversations ${terms.account.id} ${monthOf(terms)}`;
  return opening(delivery, terms, {
    category: byBusiness ? "business_initiated" : "user_initiated",
    rate: byBusiness ? "business-initiated" : "user-initiated",
    type: before.countOf(counter) < freeConversations ? "free_tier" : "regular",
    counter,
  });
}

/** A conversation for each category of template; an answer joins whatever is open. */
export function chargeByCategory(
  freeService: FreeCount,
  delivery: Delivery,
  before: Before,
  terms: Terms,
): Charge {
  if (delivery.category === "service") {
    const open = before.open.at(-1);
    return open ? within(open) : openService(freeService, delivery, before, terms);
  }
  const category = templateCategory(delivery.category);
  const open = before.open.findLast((it) => it.category === category);
  if (open) return within(open);
  const rate = category === "authentication" ? codeRate(delivery, terms) : category;
  return opening(delivery, terms, { category, rate, type: "regular", counter: null });
}

/** What a code is charged as: from abroad only in markets that have a price for it. */
export function codeRate(
  { country, atMs }: Delivery,
  { account, card, market }: Terms,
): "authentication" | "authentication-international" {
  const abroad =
    hasRate(card, market, "authentication-international") && isFromAbroad(account, country, atMs);
  return abroad ? "authentication-international" : "authentication";
}

function openService(
  freeService: FreeCount,
  delivery: Delivery,
  before: Before,
  terms: Terms,
): Charge {
  const counted = `service-conversations ${terms.account.id} ${monthOf(terms)}`;
  const kind = { category: "service", rate: "service" } as const;
  if (freeService === "all") {
    return opening(delivery, terms, { ...kind, type: "free_customer_service", counter: null });
  }
  const type = before.countOf(counted) < freeService ? "free_tier" : "regular";
  return opening(delivery, terms, { ...kind, type, counter: counted });
}

const REASON_OF = {
  regular: "conversation-opened",
  free_tier: "free-conversation",
  free_customer_service: "free-service",
  free_entry_point: "free-entry-point",
} as const satisfies Record<ChargeType, ChargeReason>;

type Opened = {
  readonly category: string;
  readonly rate: RateKind;
  readonly type: ChargeType;
  readonly counter: string | null;
};

function opening(delivery: Delivery, terms: Terms, opened: Opened): Charge {
  const { category, rate, type, counter } = opened;
  const conversation: OpenConversation = {
    openedBy: delivery.id,
    openedAtMs: delivery.atMs,
    expiresAtMs: delivery.atMs + CONVERSATION_MS,
    category,
    charged: rate === "authentication-international" ? rate : category,
    type,
  };
  const costs = type === "regular";
  const price = rateOf(terms.card, terms.market, rate);
  return {
    ...toldOf(conversation),
    reason: REASON_OF[type],
    rate: costs ? rate : null,
    amountMicros: costs ? price.micros : 0,
    standing: costs ? price.standing : "published",
    tier: null,
    opens: true,
    counter,
  };
}

/** What belongs to a conversation that is open costs nothing more. */
export function within(conversation: OpenConversation): Charge {
  return {
    ...NOTHING_CHARGED,
    ...toldOf(conversation),
    reason:
      conversation.category === ENTRY_POINT_CATEGORY ? "free-entry-point" : "within-conversation",
  };
}

function toldOf(conversation: OpenConversation) {
  const { type, charged } = conversation;
  return {
    model: "CBP",
    type,
    category: charged,
    billable: type === "regular" || type === "free_tier",
    conversation,
  } as const;
}

export function monthOf({ day }: Pick<Terms, "day">): string {
  return day.slice(0, 7);
}
