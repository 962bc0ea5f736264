import { partFields } from "@galka/core/contacts/part";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import type { NewEvent } from "../events.ts";
import type { ContactRow, MergeRecord } from "./merge-record.ts";
import { type Parting, partThread } from "./part-thread.ts";

/** A merge as far as it can be spoken of. */
export type MergeView = {
  readonly id: string;
  readonly winnerId: string;
  readonly loserId: string;
  readonly loserName: string | null;
  readonly mergedBy: string | null;
  readonly mergedAt: Date;
};

type MergeRow = MergeView & { readonly record: MergeRecord; readonly undoneAt: Date | null };

const COLUMNS = sql`
  id, winner_id as "winnerId", loser_id as "loserId", merged_by as "mergedBy", merged_at as "mergedAt",
  coalesce(record #>> '{loser,name}', record #>> '{loser,profile_name}') as "loserName"`;

/** The merges into a contact that can be undone, the latest first. */
export async function listMergesInto(
  tx: Tx,
  workspaceId: WorkspaceId,
  contactId: string,
): Promise<MergeView[]> {
  const { rows } = await sql<MergeView>`
    select ${COLUMNS} from contact_merges
     where workspace_id = ${workspaceId} and winner_id = ${contactId} and undone_at is null
     order by merged_at desc, id desc limit 50`.execute(tx);
  return rows;
}

export async function lockMerge(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<MergeRow | null> {
  const { rows } = await sql<MergeRow>`
    select ${COLUMNS}, record, undone_at as "undoneAt" from contact_merges
     where workspace_id = ${workspaceId} and id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

/** What was a contact's id may be part of another contact by now: locks the row of `id` if it is a contact still. */
export async function lockContact(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<ContactRow | null> {
  const { rows } = await sql<{ whole: ContactRow }>`
    select to_jsonb(c) as whole from contacts c
     where workspace_id = ${workspaceId} and id = ${id} for update`.execute(tx);
  return rows[0]?.whole ?? null;
}

/**
 * Parts two contacts that were made one: names, fields, identities, threads and
 * what hangs on them are again what they were, as far as nobody has changed
 * them since. What came meanwhile goes to whose identity it came from.
 *
 * The caller holds `lockPeople` and the merge's row.
 */
export async function undoMerge(
  tx: Tx,
  workspaceId: WorkspaceId,
  merge: MergeRow,
  now: Date,
): Promise<NewEvent[]> {
  const { record, winnerId, loserId } = merge;
  const current = await lockContact(tx, workspaceId, winnerId);
  if (!current) throw new Error("A contact that is to be parted is gone.");
  await sql`select insert_whole_row('contacts', ${JSON.stringify({ ...record.loser, updated_at: now })}::jsonb)`.execute(
    tx,
  );
  await partContact(tx, { workspaceId, now }, record, current);
  const identities = await partIdentities(tx, workspaceId, merge);
  await sql`
    select restore_dependents('contact_id', ${loserId}, ${winnerId},
                              ${JSON.stringify(record.dependents ?? {})}::jsonb)`.execute(tx);
  const parting: Parting = { tx, workspaceId, merge, loserValues: identities };
  const events: NewEvent[] = [];
  for (const thread of record.threads) events.push(...(await partThread(parting, thread)));
  await sql`
    update contact_merges set undone_at = ${now}, record = '{}'
     where workspace_id = ${workspaceId} and id = ${merge.id}`.execute(tx);
  await sql`
    delete from merged_messages
     where workspace_id = ${workspaceId} and merge_id = ${merge.id}`.execute(tx);
  return [
    { kind: "contact-changed", contactId: loserId },
    { kind: "contact-changed", contactId: winnerId },
    ...events,
  ];
}

async function partContact(
  tx: Tx,
  { workspaceId, now }: { readonly workspaceId: WorkspaceId; readonly now: Date },
  { winner, after }: MergeRecord,
  current: ContactRow,
): Promise<void> {
  const names = partFields({
    before: shownOf(winner),
    after: shownOf(after),
    current: shownOf(current),
  });
  const fields = partFields({
    before: winner.fields,
    after: after.fields,
    current: current.fields,
  });
  await sql`
    update contacts
       set name = ${names["name"] ?? null}, profile_name = ${names["profile"] ?? null},
           responsible_id = ${names["responsible"] ?? null}, language = ${names["language"] ?? null},
           fields = ${JSON.stringify(fields)}, updated_at = ${now}
     where workspace_id = ${workspaceId} and id = ${String(winner["id"])}`.execute(tx);
}

function shownOf(row: ContactRow) {
  return {
    name: row.name,
    profile: row.profile_name,
    responsible: row.responsible_id ?? null,
    language: row.language ?? null,
  };
}

/**
 * Gives the loser back the identities they had, and those that have shown up
 * beside one of them since. Answers all values that are the loser's.
 */
async function partIdentities(
  tx: Tx,
  workspaceId: WorkspaceId,
  { record, winnerId, loserId, mergedAt }: MergeRow,
): Promise<string[]> {
  const { rows: had } = await sql<{ value: string }>`
    update contact_identities set contact_id = ${loserId}
     where workspace_id = ${workspaceId} and contact_id = ${winnerId}
       and id = any(${[...record.identityIds]}::uuid[])
    returning value`.execute(tx);
  const values = had.map(({ value }) => value);
  const { rows: learned } = await sql<{ value: string }>`
    update contact_identities i set contact_id = ${loserId}
     where i.workspace_id = ${workspaceId} and i.contact_id = ${winnerId} and i.created_at >= ${mergedAt}
       and exists (
         select from messages m
           join conversations c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
          where m.workspace_id = ${workspaceId} and c.contact_id = ${winnerId}
            and m.created_at >= ${mergedAt} and i.value = any(m.sender) and m.sender && ${values}::text[])
    returning i.value`.execute(tx);
  return [...values, ...learned.map(({ value }) => value)];
}
