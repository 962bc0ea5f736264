import { z } from "zod";

export const consentPurposeJson = z.enum(["service", "utility", "marketing", "calls"]);
export type ConsentPurposeJson = z.infer<typeof consentPurposeJson>;
export const consentDecisionJson = z.enum(["granted", "withdrawn"]);
export const consentWayJson = z.enum([
  "site-form",
  "widget",
  "import",
  "message",
  "button",
  "stop-word",
  "start-word",
  "meta-preference",
  "note",
  "api",
]);
export const consentLackJson = z.enum([
  "nothing-recorded",
  "withdrawn",
  "stopped-in-whatsapp",
  "expired",
  "other-channel",
]);

/** A line of the ledger. It never changes. */
export const consentRecordJson = z.object({
  id: z.string(),
  purpose: consentPurposeJson,
  /** Null is every channel. */
  channelId: z.string().nullable(),
  decision: consentDecisionJson,
  way: consentWayJson,
  at: z.iso.datetime(),
  recordedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  wording: z.string().nullable(),
  wordingId: z.string().nullable(),
  wordingName: z.string().nullable(),
  wordingVersion: z.number().int().nullable(),
  evidence: z.record(z.string(), z.unknown()),
  memberId: z.string().nullable(),
  memberName: z.string().nullable(),
});
export type ConsentRecordJson = z.infer<typeof consentRecordJson>;

/** What holds for one purpose on one channel, and by which record. */
export const consentStateJson = z.object({
  purpose: consentPurposeJson,
  channelId: z.string(),
  valid: z.boolean(),
  missing: consentLackJson.nullable(),
  /** The record that allows it, or the one in the way. */
  recordId: z.string().nullable(),
});
export type ConsentStateJson = z.infer<typeof consentStateJson>;

/** Whether marketing could be sent over a channel at this moment; what is against it, as a refusal would say it. */
export const marketingStateJson = z.object({
  channelId: z.string(),
  against: z.enum(["no-consent", "marketing-off", "marketing-too-often", "quiet-hours"]).nullable(),
  missing: consentLackJson.nullable(),
  country: z.string().nullable(),
  because: z.enum(["unlawful", "not-delivered"]).nullable(),
  most: z.number().int().nullable(),
  days: z.number().int().nullable(),
  /** From when on it is allowed again; null when waiting changes nothing. */
  until: z.iso.datetime().nullable(),
});
export type MarketingStateJson = z.infer<typeof marketingStateJson>;

/** A template that asked the contact by its buttons. */
export const consentQuestionJson = z.object({
  id: z.string(),
  purpose: consentPurposeJson,
  channelId: z.string(),
  messageId: z.string(),
  askedAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  answer: consentDecisionJson.nullable(),
});

export const contactConsentJson = z.object({
  contactId: z.string(),
  /** In two letters, by the number or the WhatsApp id; null when nothing says it. */
  country: z.string().nullable(),
  /** The time zones that the contact may be in. */
  zones: z.array(z.string()),
  states: z.array(consentStateJson),
  marketing: z.array(marketingStateJson),
  /** The latest first. */
  records: z.array(consentRecordJson),
  questions: z.array(consentQuestionJson),
});
export type ContactConsentJson = z.infer<typeof contactConsentJson>;

export const consentWordingJson = z.object({
  id: z.string(),
  name: z.string(),
  language: z.string(),
  version: z.number().int(),
  text: z.string(),
  createdAt: z.iso.datetime(),
  /** Since when nobody is asked in these words any more. */
  retiredAt: z.iso.datetime().nullable(),
});
export type ConsentWordingJson = z.infer<typeof consentWordingJson>;

const words = z.array(z.string().trim().min(1).max(80)).max(200);
const minute = z.number().int().min(0).max(1439);

/** Whoever stops by a word is told once that it was heard. */
const stopConfirmationJson = z.object({
  isOn: z.boolean(),
  /** The workspace's own words by language, instead of those that Galka comes with. */
  texts: z.record(z.string().regex(/^[a-z]{2}$/u), z.string().trim().max(1000)),
});

/** Whom one may write to, and when. */
export const consentRulesJson = z.object({
  stopWords: words,
  startWords: words,
  caps: z
    .array(
      z.object({
        /** Null counts what all channels send. */
        channelId: z.uuid().nullable(),
        most: z.number().int().min(1).max(1000),
        days: z.number().int().min(1).max(365),
      }),
    )
    .max(20),
  /** In the time of whoever is written to. */
  quietHours: z
    .object({ fromMinute: minute, toMinute: minute })
    .refine((it) => it.fromMinute !== it.toMinute, "The hours begin and end at the same minute.")
    .nullable(),
  /** Left out, it stays as it is. */
  stopConfirmation: stopConfirmationJson.exactOptional(),
});
export type ConsentRulesJson = z.infer<typeof consentRulesJson>;

const marketingSwitch = z.enum(["allowed", "off"]);

export const consentSettingsJson = consentRulesJson.extend({
  /** Countries with a rule of their own, Galka's or the owner's. */
  countries: z.array(
    z.object({
      country: z.string(),
      marketing: marketingSwitch,
      because: z.enum(["unlawful", "not-delivered"]).nullable(),
      quietHours: z.object({ fromMinute: minute, toMinute: minute }).nullable(),
      /** What Galka comes with. */
      usual: marketingSwitch,
      /** Why the owner has said otherwise, and when. */
      reason: z.string().nullable(),
      changedAt: z.iso.datetime().nullable(),
    }),
  ),
  stopConfirmation: stopConfirmationJson,
  /** What Galka answers a word that stops, by language. */
  usualAnswers: z.record(z.string(), z.string()),
  /** The words that Galka knows, by language. */
  knownWords: z.array(
    z.object({
      language: z.string(),
      stop: z.array(z.string()),
      stopAfterMarketing: z.array(z.string()),
      start: z.array(z.string()),
    }),
  ),
});
export type ConsentSettingsJson = z.infer<typeof consentSettingsJson>;
