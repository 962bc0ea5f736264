import { z } from "zod";
import {
  consentDecisionJson,
  consentPurposeJson,
  consentRulesJson,
  consentSettingsJson,
  consentWordingJson,
  contactConsentJson,
} from "../../json/consent/consent.ts";
import { draftValuesJson } from "../../json/message.ts";
import { type Route, byId, done, id } from "../../route.ts";

const text = (most: number) => z.string().trim().min(1).max(most);

/** What was said, when, and in which words; a grant names a wording or gives its text. */
const said = z.object({
  channelId: id.nullable().default(null),
  decision: consentDecisionJson,
  wordingId: id.exactOptional(),
  wording: text(5000).exactOptional(),
  /** When the contact said it; left out for now. */
  at: z.iso.datetime().exactOptional(),
  expiresAt: z.iso.datetime().exactOptional(),
});

export const recordConsentBody = said.extend({
  purpose: consentPurposeJson,
  /** What the member knows of it: who said it to whom, where the paper lies. */
  note: text(2000).exactOptional(),
  /** The message in which the contact says it. */
  messageId: id.exactOptional(),
});

export const takeConsentBody = said.extend({
  /** Given by whoever calls, once per consent: the same key is recorded once. */
  key: text(200),
  contactId: id.exactOptional(),
  /** With country code; whoever is not known becomes a contact. */
  phone: text(40).exactOptional(),
  name: text(200).exactOptional(),
  purposes: z.array(consentPurposeJson).min(1).max(4),
  way: z.enum(["site-form", "widget", "api"]),
  /** What proves it: the page's address, the form, the visitor's address and browser. */
  evidence: z
    .object({
      url: z.string().max(2000).exactOptional(),
      formId: z.string().max(200).exactOptional(),
      ip: z.string().max(100).exactOptional(),
      userAgent: z.string().max(1000).exactOptional(),
      reference: z.string().max(500).exactOptional(),
    })
    .default({}),
});

export const CONSENT_ROUTES = {
  getConsent: {
    method: "GET",
    path: "/api/v1/contacts/:id/consent",
    summary: "What a contact agrees to, what is missing, and all that was ever recorded of it",
    params: byId,
    answer: contactConsentJson,
  },
  recordConsent: {
    method: "POST",
    path: "/api/v1/contacts/:id/consent",
    summary: "Record that a contact has agreed or taken it back, as a member knows it",
    params: byId,
    body: recordConsentBody,
    answer: z.object({ recordId: z.string() }),
  },
  takeConsent: {
    method: "POST",
    path: "/api/v1/consents",
    summary: "Record a consent from a form or another program, once per key",
    body: takeConsentBody,
    answer: z.object({ contactId: z.string(), recordIds: z.array(z.string()) }),
  },
  askConsent: {
    method: "POST",
    path: "/api/v1/conversations/:id/consent-questions",
    summary:
      "Ask a contact for consent by a template: its first button agrees, every other does not",
    params: byId,
    body: z.object({
      clientId: id,
      templateId: z.string().min(1).max(100),
      values: draftValuesJson,
      wordingId: id,
      purpose: consentPurposeJson,
      /** For every channel, or for the one that asks. */
      everyChannel: z.boolean().default(true),
    }),
    answer: z.object({ messageId: z.string() }),
  },
  getConsentSettings: {
    method: "GET",
    path: "/api/v1/settings/consent",
    summary: "Stop words, caps, quiet hours and countries",
    answer: consentSettingsJson,
  },
  setConsentSettings: {
    method: "PUT",
    path: "/api/v1/settings/consent",
    summary: "Change stop words, caps and quiet hours",
    body: consentRulesJson,
    answer: consentSettingsJson,
  },
  setConsentCountry: {
    method: "PUT",
    path: "/api/v1/settings/consent/country",
    summary: "Allow or forbid marketing to a country, with the reason: the owner alone",
    body: z.object({
      country: z.string().regex(/^[A-Z]{2}$/u),
      marketing: z.enum(["allowed", "off"]),
      reason: text(1000),
    }),
    answer: consentSettingsJson,
  },
  listConsentWordings: {
    method: "GET",
    path: "/api/v1/consent-wordings",
    summary: "The words that people agree to, every version of them",
    answer: z.object({ items: z.array(consentWordingJson) }),
  },
  addConsentWording: {
    method: "POST",
    path: "/api/v1/consent-wordings",
    summary:
      "Add words that people agree to; of a name and language that is there the next version",
    body: z.object({
      name: text(100),
      language: z.string().regex(/^[a-z]{2,3}$/u),
      text: text(5000),
    }),
    answer: consentWordingJson,
  },
  retireConsentWording: {
    method: "POST",
    path: "/api/v1/consent-wordings/:id/retire",
    summary: "Ask nobody in these words any more; what was agreed to in them stands",
    params: byId,
    answer: done,
  },
} as const satisfies Record<string, Route>;
