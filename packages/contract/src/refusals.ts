import { z } from "zod";

/** Every expected no of the API. The page has a text for each of them in both languages. */
export const REFUSALS = [
  "not-signed-in",
  "not-found",
  "forbidden",
  "invalid-request",
  "empty-text",
  "text-too-long",
  "caption-too-long",
  "window-closed",
  "channel-not-connected",
  "no-identity",
  "template-not-found",
  "template-not-approved",
  "template-incomplete",
  "file-not-found",
  "file-too-large",
  "file-type-not-allowed",
  "message-not-reactable",
  "name-taken",
  "not-waiting",
  "time-passed",
  "not-unknown",
  "not-proven-unsent",
  "number-taken",
  "phone-invalid",
  "token-invalid",
  "number-unreachable",
  "meta-unreachable",
  "meta-refused",
  "app-id-missing",
  "import-not-ready",
  "import-unreadable",
  "hours-invalid",
  "taken",
  "just-answered",
  "not-assignable",
  "snooze-past",
  "same-contact",
  "too-many-contacts",
  "count-differs",
  "merge-not-undoable",
  "field-exists",
  "field-value-invalid",
  "shortcut-taken",
  "reply-incomplete",
  "invitation-invalid",
  "already-member",
  "member-elsewhere",
  "last-owner",
  "role-in-use",
  "wrong-password",
  "wrong-code",
  "rule-unusable",
  "too-many-rules",
  "sla-policy-invalid",
  "too-many-requests",
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** The body of every answer that is not 2xx. */
export const refusalJson = z.object({
  refused: z.enum(REFUSALS),
  /** For a developer, in English; people read the page's text for the code. */
  message: z.string(),
  facts: z.record(z.string(), z.unknown()).exactOptional(),
});
/** The facts of `meta-refused`: why, and what to do, in the member's language. */
export const metaRefusedFacts = z.object({
  reason: z.string(),
  explanation: z.object({ en: z.string(), ru: z.string() }),
  advice: z.object({ en: z.string(), ru: z.string() }),
});
export type RefusalJson = z.infer<typeof refusalJson>;
