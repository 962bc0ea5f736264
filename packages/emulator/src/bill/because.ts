import type { BillReason } from "../wire/bill.ts";

/** Each reason of a line in words. */
export const BECAUSE: Readonly<Record<BillReason, string>> = {
  notification: "A delivered template notification is charged.",
  "conversation-opened": "The message opened a conversation, which is charged.",
  message: "A delivered message of this category is charged.",
  "session-message": "What is written inside the service window is free.",
  "inside-conversation": "The message belongs to a conversation that was open already.",
  "free-tier": "The conversation is one of the month's free thousand.",
  "free-service": "Service is free and unlimited under this tariff.",
  "free-entry-point": "The person came through an advertisement or a page's button.",
  "free-utility-in-window": "A utility template inside the service window is free.",
  "free-allowance": "It is one of the number's free service messages of the month.",
};
