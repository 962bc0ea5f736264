import { z } from "zod";
import { messageContentJson } from "../content.ts";

export const recipientStateJson = z.enum([
  "planned",
  "queued",
  "unknown",
  "sent",
  "delivered",
  "read",
  "failed",
  "skipped",
]);
export type RecipientStateJson = z.infer<typeof recipientStateJson>;

/** One person of a campaign and what became of them. */
export const recipientJson = z.object({
  id: z.string(),
  contactId: z.string(),
  /** Null for a contact who is gone. */
  name: z.string().nullable(),
  phone: z.string().nullable(),
  conversationId: z.string().nullable(),
  step: z.number(),
  variant: z.number().nullable(),
  state: recipientStateJson,
  /** Why they failed or were skipped: a code of Meta's, or a reason of ours. */
  problem: z.string().nullable(),
  explanation: z.object({ en: z.string(), ru: z.string() }).nullable(),
  /** From when on they may be written to; null once they were. */
  dueAt: z.iso.datetime().nullable(),
  stateAt: z.iso.datetime(),
  tappedAt: z.iso.datetime().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  optedOutAt: z.iso.datetime().nullable(),
});
export type RecipientJson = z.infer<typeof recipientJson>;

/** What one person would get, or got: the final text with everything filled in. */
export const recipientTextJson = z.object({
  contactId: z.string(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  templateId: z.string(),
  /** What is missing stays as it stands in the template. */
  content: messageContentJson,
  missing: z.array(z.object({ place: z.string(), key: z.string() })),
});
export type RecipientTextJson = z.infer<typeof recipientTextJson>;
