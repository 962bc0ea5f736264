import type { WebhookContact } from "../wire/webhook.ts";
import type { Person } from "./events.ts";
import { id, list, object, text } from "../reader.ts";
import type { Reader } from "../reader.ts";

/** The ids of a person as one member gives them. */
export type PersonIds = {
  readonly waId?: string | undefined;
  readonly userId?: string | undefined;
  readonly parentUserId?: string | undefined;
};

/** The contacts of one value, to be joined to its messages and statuses. */
export type Contacts = {
  readonly byId: ReadonlyMap<string, WebhookContact>;
  /** The contact, when there is only one: it may share no id with the only message. */
  readonly only: WebhookContact | undefined;
};

const readContact: Reader<WebhookContact> = object(
  {},
  {
    profile: object({}, { name: text, username: text }),
    wa_id: id,
    user_id: id,
    parent_user_id: id,
    identity_key_hash: id,
  },
);
const readContacts = list(readContact);

/** Reads `contacts` of a value. Where one person stands twice, the first entry counts. */
export function contactsOf(value: unknown): Contacts {
  const contacts = readContacts(value) ?? [];
  const byId = new Map<string, WebhookContact>();
  for (const contact of contacts) {
    for (const key of [contact.wa_id, contact.user_id]) {
      if (key !== undefined && !byId.has(key)) byId.set(key, contact);
    }
  }
  return { byId, only: contacts.length === 1 ? contacts[0] : undefined };
}

/** The person with these ids, with what the value's contacts know beside them. */
export function personOf(ids: PersonIds, contacts: Contacts): Person {
  const contact = contactFor(ids, contacts);
  return {
    waId: ids.waId ?? contact?.wa_id ?? null,
    userId: ids.userId ?? contact?.user_id ?? null,
    parentUserId: ids.parentUserId ?? contact?.parent_user_id ?? null,
    name: contact?.profile?.name || null,
    username: plainUsername(contact?.profile?.username),
    identityKeyHash: contact?.identity_key_hash ?? null,
  };
}

/** A user name without the "@" some payloads print before it. */
export function plainUsername(username: string | undefined): string | null {
  return username?.replace(/^@/, "") || null;
}

/**
 * The user id is the surer key: a phone number can pass to another person.
 *
 * The only contact of a value belongs to its member unless an id they both have says otherwise.
 */
function contactFor(ids: PersonIds, contacts: Contacts): WebhookContact | undefined {
  const byUserId = ids.userId === undefined ? undefined : contacts.byId.get(ids.userId);
  const known = byUserId ?? (ids.waId === undefined ? undefined : contacts.byId.get(ids.waId));
  if (known !== undefined) return known;

  const { only } = contacts;
  if (only === undefined) return undefined;
  return differs(ids.userId, only.user_id) || differs(ids.waId, only.wa_id) ? undefined : only;
}

function differs(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}
