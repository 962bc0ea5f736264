import type { IdentityKind, Identity } from "@galka/core/contacts/identity";
import type { KnownIdentity, KnownPerson, PeopleChanges } from "@galka/core/contacts/people-book";
import { type ContactId, type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import type { NewEvent } from "../events.ts";
import { mergeContacts } from "../contacts/merge-contacts.ts";

/** Held by whoever makes or moves identities, so that one person does not become two. */
export async function lockPeople(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('galka.people'), hashtext(${workspaceId}))`.execute(
    tx,
  );
}

export type KnownPeople = {
  readonly people: readonly KnownPerson[];
  readonly identities: readonly KnownIdentity[];
};

type Row = {
  contact_id: string;
  profile_name: string | null;
  kind: IdentityKind;
  value: string;
  seen_at: Date;
  named_at: Date | null;
};

/** Everyone who has one of these identities, with all identities that they have. */
export async function loadPeople(
  tx: Tx,
  workspaceId: WorkspaceId,
  lookups: readonly Identity[],
): Promise<KnownPeople> {
  const { rows } = await sql<Row>`
    with found as (
      select distinct i.contact_id
        from unnest(${lookups.map(({ kind }) => kind)}::text[],
                    ${lookups.map(({ value }) => value)}::text[]) as l (kind, value)
        join contact_identities i
          on i.workspace_id = ${workspaceId} and i.kind = l.kind and i.value = l.value
    )
    select c.id as contact_id, c.profile_name, i.kind, i.value, i.seen_at, i.named_at
      from found
      join contacts c on c.workspace_id = ${workspaceId} and c.id = found.contact_id
      join contact_identities i on i.workspace_id = ${workspaceId} and i.contact_id = c.id`.execute(
    tx,
  );
  const people = new Map(rows.map((row) => [row.contact_id, row.profile_name]));
  return {
    people: [...people].map(([id, profileName]) => ({
      contactId: idOf<"contact">(id),
      profileName,
    })),
    identities: rows.map((row) => ({
      contactId: idOf<"contact">(row.contact_id),
      kind: row.kind,
      value: row.value,
      seenAt: row.seen_at,
      namedAt: row.named_at,
    })),
  };
}

export type Saving = {
  readonly workspaceId: WorkspaceId;
  readonly now: Date;
  readonly newId: () => string;
};

/** Writes what a people book found out; answers what is to be told of it. */
export async function savePeople(
  tx: Tx,
  { workspaceId, now, newId }: Saving,
  changes: PeopleChanges,
): Promise<NewEvent[]> {
  if (changes.added.length > 0) {
    await sql`
      insert into contacts (workspace_id, id, profile_name, created_at, updated_at)
      select ${workspaceId}, x.id, x.name, ${now}, ${now}
        from unnest(${changes.added.map(({ contactId }) => contactId)}::uuid[],
                    ${changes.added.map(({ profileName }) => profileName)}::text[]) as x (id, name)`.execute(
      tx,
    );
  }
  await dropIdentities(tx, workspaceId, changes.dropped);
  // Before identities move, so that it is known whose they were.
  const merging = { workspaceId, now, newId, by: null };
  const merges = await mergeContacts(tx, merging, changes.merged);
  if (changes.identities.length > 0) {
    const rows = changes.identities.map((identity) => ({ ...identity, id: newId() }));
    await sql`
      insert into contact_identities (workspace_id, id, contact_id, kind, value, created_at, seen_at, named_at)
      select ${workspaceId}, x.id, x."contactId", x.kind, x.value, ${now}, x."seenAt", x."namedAt"
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
             as x (id uuid, "contactId" uuid, kind text, value text, "seenAt" timestamptz, "namedAt" timestamptz)
      on conflict (workspace_id, kind, value) do update
         set contact_id = excluded.contact_id, seen_at = excluded.seen_at, named_at = excluded.named_at`.execute(
      tx,
    );
  }
  await rename(tx, workspaceId, now, changes);
  return [...changedContacts(changes), ...merges];
}

async function dropIdentities(
  tx: Tx,
  workspaceId: WorkspaceId,
  dropped: readonly Identity[],
): Promise<void> {
  if (dropped.length === 0) return;
  await sql`
    delete from contact_identities i
     using unnest(${dropped.map(({ kind }) => kind)}::text[],
                  ${dropped.map(({ value }) => value)}::text[]) as x (kind, value)
     where i.workspace_id = ${workspaceId} and i.kind = x.kind and i.value = x.value`.execute(tx);
}

async function rename(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  { renamed }: PeopleChanges,
): Promise<void> {
  if (renamed.length === 0) return;
  await sql`
    update contacts c set profile_name = x.name, updated_at = ${now}
      from unnest(${renamed.map(({ contactId }) => contactId)}::uuid[],
                  ${renamed.map(({ profileName }) => profileName)}::text[]) as x (id, name)
     where c.workspace_id = ${workspaceId} and c.id = x.id`.execute(tx);
}

/** A mere later sight of a known identity is nothing to tell. */
function changedContacts(changes: PeopleChanges): NewEvent[] {
  const losers = new Set<ContactId>(changes.merged.map(({ loser }) => loser));
  const ids = new Set<ContactId>([
    ...changes.added.map(({ contactId }) => contactId),
    ...changes.renamed.map(({ contactId }) => contactId),
    ...changes.merged.map(({ winner }) => winner),
    ...changes.gained,
  ]);
  return [...ids]
    .filter((contactId) => !losers.has(contactId))
    .map((contactId) => ({ kind: "contact-changed", contactId }));
}
