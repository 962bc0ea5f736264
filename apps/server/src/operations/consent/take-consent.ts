import type { ConsentPurpose } from "@galka/core/consent/consent";
import { lookupsOf, openPeopleBook } from "@galka/core/contacts/people-book";
import { type ContactId, idOf } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { findConsentOf, lockSubject } from "@galka/postgres/stores/consent/ledger";
import { type NewEvent, appendEvents } from "@galka/postgres/stores/events";
import { nameContacts } from "@galka/postgres/stores/receiving/contact-names";
import { loadPeople, lockPeople, savePeople } from "@galka/postgres/stores/receiving/people";
import { parsePhoneNumberFromString } from "libphonenumber-js";
import type { App } from "../../app.ts";
import { newHolders, rememberTakenBack } from "./kept-withdrawals.ts";
import { recordConsents } from "./record-consents.ts";
import { type Said, type SaidRefused, invalid, saidHow } from "./wording-of.ts";

export type FormSays = Said & {
  /** Given by whoever calls, once per consent. */
  readonly key: string;
  readonly contactId?: string;
  readonly phone?: string;
  readonly name?: string;
  readonly purposes: readonly ConsentPurpose[];
  readonly way: "site-form" | "widget" | "api";
  readonly evidence: object;
};

export type TakeRefused =
  | Refused<"forbidden">
  | Refused<"not-found">
  | Refused<"phone-invalid">
  | SaidRefused;

export type Taken = { readonly contactId: string; readonly recordIds: readonly string[] };

/**
 * Records a consent that a form or another program has taken.
 *
 * The same key is recorded once: a call that is repeated, even at once, answers
 * what the first one did. Whoever is not known by the number becomes a contact.
 */
export async function takeConsent(
  app: App,
  member: Member,
  wish: FormSays,
): Promise<Taken | TakeRefused> {
  if (!may(member, "contacts.edit")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const taken = await inWorkspace(app.db, workspaceId, (tx) => take(app, tx, member, wish));
  if (!("refused" in taken)) app.wake.tell("events", workspaceId);
  return taken;
}

async function take(
  app: App,
  tx: Tx,
  member: Member,
  wish: FormSays,
): Promise<Taken | TakeRefused> {
  const { workspaceId } = member;
  // One after the other: the second of two that come at once finds what the first has recorded.
  await lockPeople(tx, workspaceId);
  const before = await recordedBefore(tx, member, wish);
  if (before) return before;
  const now = app.clock.now();
  const how = await saidHow(tx, workspaceId, wish, now);
  if ("refused" in how) return how;
  const subject = await subjectOf(app, tx, member, wish);
  if ("refused" in subject) return subject;
  const { contactId } = subject;
  const { way, evidence } = wish;
  const records = [...new Set(wish.purposes)].map((purpose) => ({
    id: app.ids.next(),
    contactId,
    purpose,
    way,
    evidence: { ...evidence, key: wish.key },
    memberId: member.id,
    source: sourceOf(wish.key, purpose),
    ...how,
  }));
  const { events } = await recordConsents({ tx, workspaceId, now }, records);
  await recordAudit(
    tx,
    workspaceId,
    now,
    records.map(({ purpose }) => ({
      id: app.ids.next(),
      by: byMember(member),
      action: how.decision === "granted" ? "consent-granted" : "consent-withdrawn",
      subjectId: contactId,
      after: { purpose, method: way },
    })),
  );
  await appendEvents(tx, workspaceId, now, [...subject.events, ...events]);
  return { contactId, recordIds: records.map(({ id }) => id) };
}

function sourceOf(key: string, purpose: ConsentPurpose): string {
  return `key:${purpose}:${key}`;
}

async function recordedBefore(
  tx: Tx,
  { workspaceId }: Member,
  { key, purposes }: FormSays,
): Promise<Taken | null> {
  const found = [];
  for (const purpose of new Set(purposes)) {
    const record = await findConsentOf(tx, workspaceId, sourceOf(key, purpose));
    if (record) found.push(record);
  }
  const [first] = found;
  return first ? { contactId: first.contactId, recordIds: found.map(({ id }) => id) } : null;
}

type Subject = { readonly contactId: ContactId; readonly events: readonly NewEvent[] };

async function subjectOf(
  app: App,
  tx: Tx,
  { workspaceId }: Member,
  { contactId, phone, name }: FormSays,
): Promise<Subject | TakeRefused> {
  if (contactId !== undefined) {
    const id = idOf<"contact">(contactId);
    const isThere = await lockSubject(tx, workspaceId, id);
    return isThere ? { contactId: id, events: [] } : { refused: "not-found" };
  }
  if (phone === undefined) return invalid("phone", "name the contact by a phone number or an id");
  const number = parsePhoneNumberFromString(`+${phone.replace(/\D/gu, "")}`);
  if (!number?.isPossible()) return { refused: "phone-invalid" };
  const person = { phone: number.number.slice(1), bsuid: null, username: null, name: null };
  const known = await loadPeople(tx, workspaceId, lookupsOf(person));
  const held = known.identities.find(({ kind }) => kind === "phone");
  if (held) return { contactId: held.contactId, events: [] };
  const book = openPeopleBook(known.people, known.identities, () => app.ids.next<"contact">());
  const now = app.clock.now();
  const met = book.meet(person, now);
  if (met === null) throw new Error("A phone number identifies nobody.");
  const saving = { workspaceId, now, newId: () => app.ids.next<"identity">() };
  const changes = book.changes();
  const saved = await savePeople(tx, saving, changes);
  const desk = { tx, workspaceId, now };
  const remembered = await rememberTakenBack(app, desk, newHolders(changes));
  if (name !== undefined) await nameContacts(tx, workspaceId, [{ contactId: met, name }], now);
  return { contactId: met, events: [...saved, ...remembered] };
}
