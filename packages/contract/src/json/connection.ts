import { z } from "zod";

/** What the doctor looks at, in the order in which one thing needs the one before it. */
export const checkName = z.enum([
  "token",
  "permissions",
  "account",
  "number",
  "registration",
  "webhook-reachable",
  "webhook-subscribed",
  "webhook-fields",
  "display-name",
  "quality",
  "tier",
  "payment",
  "receiving",
]);
export type CheckName = z.infer<typeof checkName>;

/** What the doctor may say; the page has a text for each in both languages, filled with the facts named here. */
export const CHECK_WORDS = [
  "token-valid",
  /** expiresAt */
  "token-expires-soon",
  /** reason */
  "token-refused",
  /** reason */
  "meta-unreachable",
  /** The check needs one before it that is bad. */
  "not-examined",
  "permissions-complete",
  /** missing */
  "permissions-missing",
  "permissions-unseen",
  /** name */
  "account-reachable",
  /** reason */
  "account-unreachable",
  /** status */
  "account-in-review",
  "account-rejected",
  /** phone */
  "number-reachable",
  /** reason */
  "number-unreachable",
  "number-of-another-account",
  "number-registered",
  /** status */
  "number-not-registered",
  /** status */
  "number-blocked",
  /** url */
  "webhook-answers",
  /** url, reason */
  "webhook-unreachable",
  /** url, status */
  "webhook-answers-wrongly",
  /** url */
  "webhook-not-public",
  /** url */
  "subscription-here",
  /** url */
  "subscription-elsewhere",
  "subscription-missing",
  "fields-complete",
  /** missing */
  "fields-missing",
  "fields-unseen",
  /** name */
  "name-approved",
  /** name */
  "name-in-review",
  /** name */
  "name-declined",
  "name-unseen",
  "quality-green",
  "quality-yellow",
  "quality-red",
  "quality-unseen",
  /** tier (Meta's word) */
  "tier-known",
  "tier-unlimited",
  "tier-unseen",
  "payment-without-complaint",
  /** reason */
  "payment-missing",
  "payment-unseen",
  /** at */
  "heard-recently",
  /** at */
  "heard-long-ago",
  "never-heard",
] as const;
export type CheckWords = (typeof CHECK_WORDS)[number];

/**
 * One verdict of the connection doctor.
 *
 * `words` names a text of the page's catalogue; `facts` fill it. `repair` is
 * there when Galka can mend it by itself with one click.
 */
export const checkJson = z.object({
  name: checkName,
  verdict: z.enum(["good", "warning", "bad", "unknown", "skipped"]),
  words: z.enum(CHECK_WORDS),
  facts: z.record(z.string(), z.string()),
  repair: z.enum(["subscribe", "register", "set-callback"]).nullable(),
  evidence: z.unknown(),
});
export type CheckJson = z.infer<typeof checkJson>;

export const connectRequestJson = z.object({
  name: z.string().min(1).max(100).exactOptional(),
  accessToken: z.string().min(1),
  appSecret: z.string().min(1),
  appId: z.string().min(1).exactOptional(),
  wabaId: z.string().regex(/^\d+$/),
  phoneNumberId: z.string().regex(/^\d+$/),
  /** Meta's unless said otherwise; the emulator's in a demo. */
  baseUrl: z.url().exactOptional(),
  apiVersion: z
    .string()
    .regex(/^v\d+\.\d+$/)
    .exactOptional(),
});
export type ConnectRequestJson = z.infer<typeof connectRequestJson>;

/** The proof of receipt: what came in on a day and what became of it. */
export const receiptDayJson = z.object({
  day: z.string(),
  accepted: z.number(),
  applied: z.number(),
  parked: z.number(),
});

/** Why a part of a webhook is parked. */
export const parkedReason = z
  .enum([
    "unknown-kind",
    "nobody",
    "number-not-connected",
    "not-json",
    "too-slow",
    "failed",
    "other",
  ])
  .catch("other");

export const parkedJson = z.object({
  id: z.string(),
  channelId: z.string().nullable(),
  receivedAt: z.iso.datetime(),
  reason: parkedReason,
  /** For a developer, in English. */
  detail: z.string(),
  attempts: z.number(),
  member: z.unknown(),
});
export type ParkedJson = z.infer<typeof parkedJson>;

/** A send of which nobody knows yet whether Meta took it. */
export const unknownSendJson = z.object({
  sendId: z.string(),
  messageId: z.string().nullable(),
  conversationId: z.string().nullable(),
  contactName: z.string().nullable(),
  dispatchedAt: z.iso.datetime(),
  /** True when it is proven that it did not go out, so that sending again is safe. */
  provenUnsent: z.boolean(),
});
export type UnknownSendJson = z.infer<typeof unknownSendJson>;
