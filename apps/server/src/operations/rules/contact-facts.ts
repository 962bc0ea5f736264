import type { ContactFacts } from "@galka/core/automations/facts";
import type { RuleConversation } from "@galka/postgres/stores/rules/rule-facts";
import { parsePhoneNumberFromString } from "libphonenumber-js";

/** Fields in which teams keep somebody's language, the first that is filled. */
const LANGUAGE_FIELDS = ["language", "lang", "locale", "язык"];

/** What conditions may ask of a contact. */
export function contactFactsOf(conversation: RuleConversation): ContactFacts {
  const { contactName: name, contactFields: fields, phone } = conversation;
  return { name, country: countryOf(phone), language: languageOf(fields), fields };
}

function countryOf(phone: string | null): string | null {
  if (phone === null) return null;
  return parsePhoneNumberFromString(`+${phone.replace(/^\+/u, "")}`)?.country ?? null;
}

/** The language that the team has noted for a contact, in two letters; null when none is. */
export function languageOf(fields: Readonly<Record<string, string>>): string | null {
  const byName = new Map(Object.entries(fields).map(([key, value]) => [key.toLowerCase(), value]));
  const value = LANGUAGE_FIELDS.map((key) => byName.get(key)).find((it) => it !== undefined);
  return /^\p{L}{2}/u.exec((value ?? "").trim())?.[0].toLowerCase() ?? null;
}
