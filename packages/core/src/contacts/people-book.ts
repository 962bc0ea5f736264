import type { ContactId } from "../kernel/ids.ts";
import type { PersonSeen } from "../messages/incoming.ts";
import type { Identity, IdentityKind } from "./identity.ts";
import { phoneForms } from "./phone-forms.ts";

/** An identity with whose it is and when the channel last said so. */
export type KnownIdentity = Identity & {
  readonly contactId: ContactId;
  readonly seenAt: Date;
  /** When the channel last gave a name with it; null when it never did. */
  readonly namedAt: Date | null;
};

export type KnownPerson = {
  readonly contactId: ContactId;
  readonly profileName: string | null;
};

/** What has to be written for the book to be as it is in memory. */
export type PeopleChanges = {
  readonly added: readonly { readonly contactId: ContactId; readonly profileName: string | null }[];
  readonly renamed: readonly { readonly contactId: ContactId; readonly profileName: string }[];
  /** Whose each identity is now, added or moved. */
  readonly identities: readonly KnownIdentity[];
  readonly dropped: readonly Identity[];
  /** Who has an identity that they did not have. */
  readonly gained: readonly ContactId[];
  /** `loser` is the same person as `winner`: everything of it goes over. */
  readonly merged: readonly { readonly loser: ContactId; readonly winner: ContactId }[];
};

/**
 * Who is who, over one batch of what a channel told.
 *
 * The rules: a user id (BSUID) is one person. A phone number is a person's until
 * somebody with another user id comes with it: then it has been given to
 * another phone, and the old thread stays with the old person. Two contacts of
 * which one was known by its number alone are one person when a message carries
 * both. A user name is of whoever was last seen with it and finds nobody by
 * itself as long as anything better is there.
 */
export type PeopleBook = {
  /** The contact of `person`, made when there is none; null when nothing identifies them. */
  meet(person: PersonSeen, at: Date): ContactId | null;
  /** The one known by `before` is the one known by `person`. */
  follow(before: PersonSeen, person: PersonSeen, at: Date): ContactId | null;
  /** Whom a contact was merged into, or itself. */
  currentOf(contactId: ContactId): ContactId;
  changes(): PeopleChanges;
};

/** All ways in which the identities of `person` may be written down. */
export function lookupsOf(person: PersonSeen): Identity[] {
  return [
    ...(person.bsuid === null ? [] : [{ kind: "bsuid", value: person.bsuid } as const]),
    ...(person.phone === null ? [] : phoneForms(person.phone)).map(
      (value) => ({ kind: "phone", value }) as const,
    ),
    ...(person.username === null ? [] : [{ kind: "username", value: person.username } as const]),
  ];
}

export function openPeopleBook(
  people: readonly KnownPerson[],
  known: readonly KnownIdentity[],
  newId: () => ContactId,
): PeopleBook {
  const identities = new Map<string, KnownIdentity>();
  const keysOf = new Map<ContactId, Set<string>>();
  const names = new Map(people.map((person) => [person.contactId, person.profileName]));
  const added = new Set<ContactId>();
  const renamed = new Set<ContactId>();
  const touched = new Set<string>();
  const gained = new Set<ContactId>();
  const dropped = new Map<string, Identity>();
  const into = new Map<ContactId, ContactId>();
  for (const identity of known) put(identity);

  return { meet, follow, currentOf, changes };

  function meet(person: PersonSeen, at: Date): ContactId | null {
    const contactId = find(person) ?? (isAnybody(person) ? add() : null);
    if (contactId !== null) learn(contactId, person, at);
    return contactId;
  }

  function follow(before: PersonSeen, person: PersonSeen, at: Date): ContactId | null {
    const old = find(before);
    const current = find(person);
    if (old !== null && current !== null && old !== current) merge(old, current);
    const contactId = old === null ? current : currentOf(old);
    const found = contactId ?? (isAnybody(person) || isAnybody(before) ? add() : null);
    if (found === null) return null;
    // What they were known by stays theirs, so that a message from before that comes late still finds them.
    learn(found, before, new Date(at.getTime() - 1));
    learn(found, person, at);
    return found;
  }

  function find(person: PersonSeen): ContactId | null {
    const byId = person.bsuid === null ? null : ownerOf("bsuid", person.bsuid);
    const byPhone = phoneOwner(person.phone);
    if (byId !== null) {
      if (byPhone !== null && byPhone !== byId && !has(byPhone, "bsuid")) merge(byPhone, byId);
      return currentOf(byId);
    }
    if (byPhone !== null) {
      const isAnother = person.bsuid !== null && has(byPhone, "bsuid");
      return isAnother ? null : byPhone;
    }
    if (person.bsuid !== null || person.phone !== null || person.username === null) return null;
    return ownerOf("username", person.username);
  }

  function learn(contactId: ContactId, person: PersonSeen, at: Date): void {
    const namedAt = person.name === null ? null : at;
    if (person.name !== null) rename(contactId, person.name, at);
    for (const identity of identitiesOf(person)) keep(contactId, { ...identity, namedAt }, at);
  }

  /** The name that was given last; of two of the same second the greater, so that their order does not matter. */
  function rename(contactId: ContactId, name: string, at: Date): void {
    const before = names.get(contactId) ?? null;
    const laterMs = at.getTime() - lastNamedMs(contactId);
    if (name === before || laterMs < 0 || (laterMs === 0 && before !== null && name < before))
      return;
    names.set(contactId, name);
    if (!added.has(contactId)) renamed.add(contactId);
  }

  function keep(contactId: ContactId, identity: Named, at: Date): void {
    const held = identities.get(keyOf(identity));
    if (held && held.contactId !== contactId && held.seenAt > at) return;
    const ours = held?.contactId === contactId ? held : undefined;
    const namedAt = latest(ours?.namedAt ?? null, identity.namedAt);
    if (ours && ours.seenAt >= at) {
      if (namedAt?.getTime() !== ours.namedAt?.getTime()) hold({ ...ours, namedAt });
      return;
    }
    if (identity.kind === "phone") dropOtherForms(contactId, identity.value);
    if (identity.kind === "username" && !takesOver(contactId, identity.value, at)) return;
    if (!ours) gained.add(contactId);
    const { kind, value } = identity;
    hold({ kind, value, contactId, seenAt: at, namedAt });
  }

  function hold(identity: KnownIdentity): void {
    put(identity);
    touched.add(keyOf(identity));
    dropped.delete(keyOf(identity));
  }

  function put(identity: KnownIdentity): void {
    const key = keyOf(identity);
    const before = identities.get(key);
    if (before) keysOf.get(before.contactId)?.delete(key);
    identities.set(key, identity);
    const keys = keysOf.get(identity.contactId) ?? new Set();
    keysOf.set(identity.contactId, keys.add(key));
  }

  function heldBy(contactId: ContactId): KnownIdentity[] {
    return [...(keysOf.get(contactId) ?? [])].flatMap((key) => identities.get(key) ?? []);
  }

  /** The form that the channel uses replaces the one that somebody typed. */
  function dropOtherForms(contactId: ContactId, phone: string): void {
    for (const value of phoneForms(phone)) {
      const held = identities.get(keyOf({ kind: "phone", value }));
      if (value !== phone && held?.contactId === contactId) drop(held);
    }
  }

  /** Nobody has two user names: the one that was seen later stays, whichever is told first. */
  function takesOver(contactId: ContactId, username: string, at: Date): boolean {
    const others = heldBy(contactId).filter(
      (held) => held.kind === "username" && held.value !== username,
    );
    if (others.some((held) => held.seenAt > at)) return false;
    for (const held of others) drop(held);
    return true;
  }

  function drop(identity: KnownIdentity): void {
    identities.delete(keyOf(identity));
    keysOf.get(identity.contactId)?.delete(keyOf(identity));
    touched.delete(keyOf(identity));
    dropped.set(keyOf(identity), { kind: identity.kind, value: identity.value });
  }

  /** The older contact stays: ids sort by the time they were made. */
  function merge(one: ContactId, other: ContactId): void {
    const [winner, loser] = one < other ? [one, other] : [other, one];
    const name = names.get(loser) ?? null;
    if (name !== null) rename(winner, name, new Date(lastNamedMs(loser)));
    into.set(loser, winner);
    for (const held of heldBy(loser)) {
      put({ ...held, contactId: winner });
      touched.add(keyOf(held));
    }
  }

  function add(): ContactId {
    const contactId = newId();
    added.add(contactId);
    names.set(contactId, null);
    return contactId;
  }

  function currentOf(contactId: ContactId): ContactId {
    let current = contactId;
    for (let next = into.get(current); next; next = into.get(current)) current = next;
    return current;
  }

  function phoneOwner(phone: string | null): ContactId | null {
    for (const value of phone === null ? [] : phoneForms(phone)) {
      const owner = ownerOf("phone", value);
      if (owner !== null) return owner;
    }
    return null;
  }

  function ownerOf(kind: IdentityKind, value: string): ContactId | null {
    const held = identities.get(keyOf({ kind, value }));
    return held ? currentOf(held.contactId) : null;
  }

  function has(contactId: ContactId, kind: IdentityKind): boolean {
    return heldBy(contactId).some((held) => held.kind === kind);
  }

  /** The beginning of time for a name of which nobody knows when it was given. */
  function lastNamedMs(contactId: ContactId): number {
    return Math.max(0, ...heldBy(contactId).map((held) => held.namedAt?.getTime() ?? 0));
  }

  function changes(): PeopleChanges {
    return {
      added: [...added].map((contactId) => ({
        contactId,
        profileName: names.get(contactId) ?? null,
      })),
      renamed: [...renamed].flatMap((contactId) => {
        const profileName = names.get(contactId) ?? null;
        return profileName === null || into.has(contactId) ? [] : [{ contactId, profileName }];
      }),
      identities: [...touched].flatMap((key) => identities.get(key) ?? []),
      dropped: [...dropped.values()],
      gained: [...gained],
      merged: [...into.keys()].map((loser) => ({ loser, winner: currentOf(loser) })),
    };
  }
}

type Named = Identity & Pick<KnownIdentity, "namedAt">;

function latest(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

/** Everything by which a channel named somebody this time. */
export function identitiesOf(person: PersonSeen): Identity[] {
  const found: Identity[] = [];
  if (person.bsuid !== null) found.push({ kind: "bsuid", value: person.bsuid });
  if (person.phone !== null) found.push({ kind: "phone", value: person.phone });
  if (person.username !== null) found.push({ kind: "username", value: person.username });
  return found;
}

function isAnybody(person: PersonSeen): boolean {
  return person.bsuid !== null || person.phone !== null || person.username !== null;
}

function keyOf(identity: Identity): string {
  return `${identity.kind} ${identity.value}`;
}
