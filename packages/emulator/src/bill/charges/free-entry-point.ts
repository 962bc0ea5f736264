import { type Charge, type Delivered, FREE, type Terms } from "./charge.ts";
import { type Conversation, conversationId, openAt, type PairState } from "./conversation.ts";

const HOUR_MS = 60 * 60 * 1000;
// Meta: "if you respond within 24 hours", docs/…/pricing ("Free Entry Point windows"), read 2026-11.
const RESPOND_WITHIN_MS = 24 * HOUR_MS;

/**
 * When 24 hours became 72: later in 2022, on a day that the facts do not have.
 * A chosen tariff of 2022 on a later day has 72 too.
 */
const LONG_SINCE = "2022-12-01";

/**
 * The charge of a message that an entry point makes free, or `null`.
 *
 * Who answers a person that came through an advertisement, within 24 hours and
 * with any message, opens a window in which everything is free. It closes all
 * other conversations, and none opens until it ends. Later entries wait: one
 * is used up by the window it opens.
 */
export function freeEntryPoint(message: Delivered, pair: PairState, terms: Terms): Charge | null {
  const { at } = message;
  const open = openAt(pair, at).find((it) => it.category === "referral_conversion");
  if (open !== undefined) return free(terms, open, { opens: false, pair });
  if (!isResponse(message, pair.entryAt)) return null;
  const hours = terms.tariff === "2022" && terms.day < LONG_SINCE ? 24 : 72;
  const opened: Conversation = {
    id: conversationId(message.wamid),
    category: "referral_conversion",
    priced: "referral_conversion",
    type: "free_entry_point",
    openedAt: at,
    expiresAt: at + hours * HOUR_MS,
  };
  return free(terms, opened, { opens: true, pair: { entryAt: null, open: [opened] } });
}

function isResponse(message: Delivered, entryAt: number | null): boolean {
  if (entryAt === null) return false;
  const afterMs = message.acceptedAt - entryAt;
  return afterMs >= 0 && afterMs < RESPOND_WITHIN_MS;
}

function free(
  terms: Terms,
  conversation: Conversation,
  after: { readonly opens: boolean; readonly pair: PairState },
): Charge {
  const byMessage = terms.tariff === "2025-07" || terms.tariff === "2026-10";
  return {
    ...FREE,
    model: byMessage ? "PMP" : "CBP",
    type: "free_entry_point",
    category: "referral_conversion",
    billable: false,
    reason: "free-entry-point",
    conversation,
    ...after,
  };
}
