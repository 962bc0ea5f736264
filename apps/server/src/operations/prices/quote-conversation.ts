import { type Bookkeeper, openBill, pairKey } from "@galka/core/billing/charging/book-history";
import type { ChargeReason } from "@galka/core/billing/charging/charge";
import type { Delivery } from "@galka/core/billing/charging/delivery";
import { countryOfDigits } from "@galka/core/billing/countries";
import type { ConversationId, WorkspaceId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { Purpose } from "@galka/core/sends/send";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import {
  type AskedConversation,
  listAskedConversations,
} from "@galka/postgres/stores/billing/asked-conversation";
import { loadPairs } from "@galka/postgres/stores/billing/open-pairs";
import { loadCounts } from "@galka/postgres/stores/billing/sums";
import type { App } from "../../app.ts";
import { monthsOf, openBooks } from "./booking/books.ts";

export type Quote = {
  readonly purpose: Purpose;
  readonly currency: string;
  readonly amountMicros: number;
  readonly reason: ChargeReason;
};

export type ConversationPrices = {
  readonly country: string;
  /** As things stand. */
  readonly prices: readonly Quote[];
  /** Once the window has closed. */
  readonly later: readonly Quote[];
};

const PURPOSES = ["service", "authentication", "utility", "marketing"] as const;

/** What the next message of a conversation would cost, if it were delivered now. */
export async function readConversationPrices(
  app: App,
  member: Member,
  conversationId: ConversationId,
): Promise<ConversationPrices | Refused<"forbidden"> | Refused<"not-found">> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const quotes = await quoteConversations(tx, workspaceId, app.clock.now(), [conversationId]);
    return quotes.get(conversationId) ?? ({ refused: "not-found" } as const);
  });
}

/** The prices of the next messages of conversations, by their ids. */
export async function quoteConversations(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  conversationIds: readonly string[],
): Promise<ReadonlyMap<string, ConversationPrices>> {
  const asked = await listAskedConversations(tx, workspaceId, conversationIds);
  const { choice, accounts } = await openBooks(tx, workspaceId);
  const nowMs = now.getTime();
  const counts = await loadCounts(tx, workspaceId, monthsOf(nowMs, nowMs));
  const open = await loadPairs(tx, workspaceId, conversationIds, now);
  const next = asked.map((it) => nextOf(it, nowMs));
  const pairs = new Map(
    next.flatMap((delivery) => {
      const pair = open.get(delivery.personId);
      return pair ? [[pairKey(delivery), pair] as const] : [];
    }),
  );
  const bill = openBill(choice, accounts, { counts, pairs });
  return new Map(next.map((delivery) => [delivery.personId, pricesOf(bill, delivery)]));
}

type Next = Omit<Delivery, "category">;

function nextOf(asked: AskedConversation, nowMs: number): Next {
  return {
    id: "",
    atMs: nowMs,
    acceptedAtMs: nowMs,
    country: countryOfDigits(asked.phone?.replace(/\D/gu, "") ?? null),
    numberId: asked.channelId,
    personId: asked.id,
    accountId: asked.wabaId,
    lastInboundAtMs: asked.lastInboundAt?.getTime() ?? null,
    entryAtMs: asked.entryAt?.getTime() ?? null,
  };
}

function pricesOf(bill: Bookkeeper, next: Next): ConversationPrices {
  const quotesOf = (it: Next) =>
    PURPOSES.map((purpose) => {
      const { currency, amountMicros, reason } = bill.quote({ ...it, category: purpose });
      return { purpose, currency, amountMicros, reason };
    });
  return {
    country: next.country,
    prices: quotesOf(next),
    later: quotesOf({ ...next, lastInboundAtMs: null }),
  };
}
