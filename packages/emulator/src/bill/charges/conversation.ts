import { createHash } from "node:crypto";

/** Who or what a conversation is charged as; before 2023-06 it was told by who began it. */
export type ConversationCategory =
  | "marketing"
  | "utility"
  | "authentication"
  | "service"
  | "business_initiated"
  | "user_initiated"
  | "referral_conversion";

export type ConversationType = "regular" | "free_tier" | "free_service" | "free_entry_point";

/**
 * A conversation of the tariffs 2022 to 2024-11, or the free entry point window
 * of any later one (`referral_conversion`).
 *
 * Meta: it is opened, and charged, when a message is delivered and closes 24
 * hours later (72 for an entry point), docs/…/pricing/conversation-based-pricing,
 * read 2026-11.
 */
export type Conversation = {
  readonly id: string;
  readonly category: ConversationCategory;
  /** The category that `pricing` tells, which may be `authentication-international`. */
  readonly priced: string;
  readonly type: ConversationType;
  readonly openedAt: number;
  readonly expiresAt: number;
};

/** What billing remembers about a number and a person. */
export type PairState = {
  /** When the person wrote through an advertisement or a page's button, until that is answered. */
  readonly entryAt: number | null;
  /** In order of opening; those that have expired may still be in it. */
  readonly open: readonly Conversation[];
};

export const NO_PAIR: PairState = { entryAt: null, open: [] };

export function openAt(pair: PairState, at: number): readonly Conversation[] {
  return pair.open.filter((it) => it.expiresAt > at);
}

/** Meta's ids of conversations are 32 hexadecimal digits. */
export function conversationId(wamid: string): string {
  return createHash("sha256").update(`conversation:${wamid}`).digest("hex").slice(0, 32);
}
