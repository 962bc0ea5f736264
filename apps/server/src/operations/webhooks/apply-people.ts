import { type PeopleBook, lookupsOf, openPeopleBook } from "@galka/core/contacts/people-book";
import type { ContactId } from "@galka/core/kernel/ids";
import { unreachable } from "@galka/core/kernel/unreachable";
import type { Incoming, PersonSeen } from "@galka/core/messages/incoming";
import { nameContacts } from "@galka/postgres/stores/receiving/contact-names";
import { loadPeople, lockPeople, savePeople } from "@galka/postgres/stores/receiving/people";
import { newHolders, rememberTakenBack } from "../consent/kept-withdrawals.ts";
import type { Batch, Member } from "./batch.ts";

/** Whose a member is, once everybody of the batch has been met. */
export type People = (member: Member) => ContactId | null;

const NOBODY: People = () => null;

/**
 * Finds out who is who, and writes it down.
 *
 * All of the batch is met in memory first, in the order in which it was told, so
 * that two contacts who turn out to be one are one before anything is filed under them.
 */
export async function applyPeople(batch: Batch, members: readonly Member[]): Promise<People> {
  const { app, tx, workspaceId, now } = batch;
  const seen = members.flatMap((member) => personsOf(member.incoming));
  if (seen.length === 0) return NOBODY;

  await lockPeople(tx, workspaceId);
  const known = await loadPeople(tx, workspaceId, seen.flatMap(lookupsOf));
  const book = openPeopleBook(known.people, known.identities, () => app.ids.next<"contact">());
  const met = new Map(members.map((member) => [member, meet(book, member.incoming)]));
  const saving = { workspaceId, now, newId: () => app.ids.next<"identity">() };
  const changes = book.changes();
  batch.events.push(...(await savePeople(tx, saving, changes)));
  const desk = { tx, workspaceId, now };
  batch.events.push(...(await rememberTakenBack(app, desk, newHolders(changes))));
  await nameContacts(tx, workspaceId, namesOf(met, book), now);

  return (member) => {
    const contactId = met.get(member) ?? null;
    return contactId === null ? null : book.currentOf(contactId);
  };
}

function meet(book: PeopleBook, incoming: Incoming): ContactId | null {
  switch (incoming.kind) {
    case "message":
    case "name": {
      // The address book's name is the team's, not what people call themselves.
      const person =
        incoming.kind === "name" ? { ...incoming.person, name: null } : incoming.person;
      return book.meet(person, incoming.at);
    }
    case "identity":
      return book.follow(incoming.before, incoming.person, incoming.at);
    case "reaction":
    case "edit":
    case "revoke":
    case "status":
    case "template":
    case "fact":
    case "stranger":
      return null;
    default:
      return unreachable(incoming);
  }
}

function personsOf(incoming: Incoming): PersonSeen[] {
  switch (incoming.kind) {
    case "message":
    case "name":
      return [incoming.person];
    case "identity":
      return [incoming.person, incoming.before];
    case "reaction":
    case "edit":
    case "revoke":
    case "status":
    case "template":
    case "fact":
    case "stranger":
      return [];
    default:
      return unreachable(incoming);
  }
}

function namesOf(met: ReadonlyMap<Member, ContactId | null>, book: PeopleBook) {
  return [...met].flatMap(([{ incoming }, contactId]) =>
    incoming.kind === "name" && contactId !== null && incoming.person.name !== null
      ? [{ contactId: book.currentOf(contactId), name: incoming.person.name }]
      : [],
  );
}
