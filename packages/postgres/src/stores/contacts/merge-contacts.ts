import type { ContactId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import type { NewEvent } from "../events.ts";
import type { MergeRecord, ThreadMerge } from "./merge-record.ts";

export type Merge = { readonly loser: ContactId; readonly winner: ContactId };

export type Merging = {
  readonly workspaceId: WorkspaceId;
  readonly now: Date;
  readonly newId: () => string;
  /** The member who says that they are one; null when the channel does. */
  readonly by: string | null;
};

/**
 * Makes two contacts one. Nothing is lost: a thread of the loser becomes the
 * winner's, or what is in it goes into the thread that the winner has on that
 * number; and all that is needed to part them again is kept.
 *
 * The caller holds `lockPeople`, so nobody files a message under either of them
 * meanwhile; threads are locked in the order of their ids, as everywhere.
 */
export async function mergeContacts(
  tx: Tx,
  merging: Merging,
  merges: readonly Merge[],
): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  for (const merge of merges) events.push(...(await mergeOne(tx, merging, merge)));
  return events;
}

async function mergeOne(tx: Tx, merging: Merging, merge: Merge): Promise<NewEvent[]> {
  const { workspaceId } = merging;
  const { loser, winner } = merge;
  const id = merging.newId();
  const before = await loadBoth(tx, workspaceId, merge);
  await sql`
    insert into contact_merges (workspace_id, id, winner_id, loser_id, merged_by, merged_at, record)
    values (${workspaceId}, ${id}, ${winner}, ${loser}, ${merging.by}, ${merging.now}, '{}')`.execute(
    tx,
  );
  const threads = await mergeThreads(tx, { workspaceId, mergeId: id }, merge);
  const { rows: identities } = await sql<{ id: string }>`
    update contact_identities set contact_id = ${winner}
     where workspace_id = ${workspaceId} and contact_id = ${loser} returning id`.execute(tx);
  const dependents = await moveDependents(tx, "contact_id", loser, winner);
  const { rows: after } = await sql<Pick<MergeRecord, "after">>`
    update contacts w
       set name = coalesce(w.name, l.name), profile_name = coalesce(w.profile_name, l.profile_name),
           responsible_id = coalesce(w.responsible_id, l.responsible_id),
           language = coalesce(w.language, l.language),
           fields = l.fields || w.fields, updated_at = ${merging.now}
      from contacts l
     where w.workspace_id = ${workspaceId} and w.id = ${winner}
       and l.workspace_id = ${workspaceId} and l.id = ${loser}
    returning to_jsonb(w) as after`.execute(tx);
  await sql`
    delete from contacts where workspace_id = ${workspaceId} and id = ${loser}`.execute(tx);
  const record: MergeRecord = {
    ...before,
    after: after[0]?.after ?? before.winner,
    identityIds: identities.map((it) => it.id),
    dependents,
    threads,
  };
  await sql`
    update contact_merges set record = ${JSON.stringify(record)}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  return [...threads.flatMap(eventsOf), { kind: "contact-removed", contactId: loser }];
}

function eventsOf({ id, into }: ThreadMerge): NewEvent[] {
  if (into === null) return [{ kind: "conversation-changed", conversationId: id }];
  return [
    { kind: "conversation-removed", conversationId: id },
    { kind: "conversation-refilled", conversationId: into.id },
  ];
}

async function loadBoth(
  tx: Tx,
  workspaceId: WorkspaceId,
  { loser, winner }: Merge,
): Promise<Pick<MergeRecord, "loser" | "winner">> {
  const { rows } = await sql<{ id: string; whole: MergeRecord["winner"] }>`
    select id, to_jsonb(c) as whole from contacts c
     where workspace_id = ${workspaceId} and id in (${loser}, ${winner}) order by id for update`.execute(
    tx,
  );
  const wholeOf = (id: string) => rows.find((row) => row.id === id)?.whole;
  const both = { loser: wholeOf(loser), winner: wholeOf(winner) };
  if (!both.loser || !both.winner) throw new Error("A contact that is to be merged is gone.");
  return { loser: both.loser, winner: both.winner };
}

type Within = { readonly workspaceId: WorkspaceId; readonly mergeId: string };

async function mergeThreads(
  tx: Tx,
  within: Within,
  { loser, winner }: Merge,
): Promise<ThreadMerge[]> {
  const { workspaceId } = within;
  await sql`
    select from conversations
     where workspace_id = ${workspaceId} and contact_id in (${loser}, ${winner})
     order by id for update`.execute(tx);
  const { rows } = await sql<{ from_id: string; whole: ThreadMerge["row"]; to_id: string | null }>`
    select l.id as from_id, to_jsonb(l) as whole, w.id as to_id
      from conversations l
      left join conversations w
        on w.workspace_id = l.workspace_id and w.channel_id = l.channel_id and w.contact_id = ${winner}
     where l.workspace_id = ${workspaceId} and l.contact_id = ${loser}
     order by l.id`.execute(tx);
  const threads: ThreadMerge[] = [];
  for (const { from_id: id, whole: row, to_id: to } of rows) {
    if (to === null) {
      await sql`
        update conversations set contact_id = ${winner}
         where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
      threads.push({ id, row, into: null, dependents: null });
    } else {
      threads.push({ id, row, ...(await pourInto(tx, within, id, to)) });
    }
  }
  return threads;
}

async function pourInto(
  tx: Tx,
  within: Within,
  from: string,
  to: string,
): Promise<Pick<ThreadMerge, "into" | "dependents">> {
  const { workspaceId } = within;
  const before = await loadThread(tx, workspaceId, to);
  await moveMessages(tx, within, from, to);
  const dependents = await moveDependents(tx, "conversation_id", from, to);
  await joinStates(tx, workspaceId, from, to);
  const after = await loadThread(tx, workspaceId, to);
  await sql`
    delete from conversations where workspace_id = ${workspaceId} and id = ${from}`.execute(tx);
  return { into: { id: to, before, after }, dependents };
}

async function loadThread(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<ThreadMerge["row"]> {
  const { rows } = await sql<{ whole: ThreadMerge["row"] }>`
    select to_jsonb(c) as whole from conversations c
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  return rows[0]?.whole ?? {};
}

async function moveMessages(
  tx: Tx,
  { workspaceId, mergeId }: Within,
  from: string,
  to: string,
): Promise<void> {
  await sql`
    insert into merged_messages (workspace_id, merge_id, message_id, conversation_id, import_key)
    select workspace_id, ${mergeId}, id, conversation_id, import_key from messages
     where workspace_id = ${workspaceId} and conversation_id = ${from}`.execute(tx);
  await sql`
    update messages m
       set conversation_id = ${to},
           import_key = case when exists (
             select from messages t
              where t.workspace_id = ${workspaceId} and t.conversation_id = ${to}
                and t.import_key = m.import_key) then null else m.import_key end
     where m.workspace_id = ${workspaceId} and m.conversation_id = ${from}`.execute(tx);
  await sql`
    update message_texts set conversation_id = ${to}
     where workspace_id = ${workspaceId} and conversation_id = ${from}`.execute(tx);
}

/** What is open, urgent or waited for in one of them is so in both. */
async function joinStates(
  tx: Tx,
  workspaceId: WorkspaceId,
  from: string,
  to: string,
): Promise<void> {
  await sql`
    update conversations t
       set last_inbound_at = greatest(t.last_inbound_at, f.last_inbound_at),
           unread_count = t.unread_count + f.unread_count,
           last_message_id = case when f.last_message_id is not null and
             (t.last_message_id is null or (f.last_message_at, f.last_message_id) > (t.last_message_at, t.last_message_id))
             then f.last_message_id else t.last_message_id end,
           last_message_at = greatest(t.last_message_at, f.last_message_at),
           status = case when f.status = 'open' then 'open' else t.status end,
           snoozed_until = case when f.status = 'open' then null else t.snoozed_until end,
           status_at = case when f.status = 'open' and t.status <> 'open' then f.status_at else t.status_at end,
           assigned_at = case when t.assignee_id is null then f.assigned_at else t.assigned_at end,
           assignee_id = coalesce(t.assignee_id, f.assignee_id),
           answered_at = greatest(t.answered_at, f.answered_at),
           answered_by_id = case when f.answered_at > coalesce(t.answered_at, '-infinity')
             then f.answered_by_id else t.answered_by_id end,
           team_id = coalesce(t.team_id, f.team_id),
           rating_score = case when f.rated_at > coalesce(t.rated_at, '-infinity') then f.rating_score else t.rating_score end,
           rating_of = case when f.rated_at > coalesce(t.rated_at, '-infinity') then f.rating_of else t.rating_of end,
           rated_at = greatest(t.rated_at, f.rated_at),
           waiting_since = least(t.waiting_since, f.waiting_since),
           priority = case when array_position(array['urgent', 'high', 'normal', 'low'], f.priority)
               < array_position(array['urgent', 'high', 'normal', 'low'], t.priority)
             then f.priority else t.priority end
      from conversations f
     where t.workspace_id = ${workspaceId} and t.id = ${to}
       and f.workspace_id = ${workspaceId} and f.id = ${from}`.execute(tx);
}

async function moveDependents(
  tx: Tx,
  column: "contact_id" | "conversation_id",
  from: string,
  to: string,
): Promise<MergeRecord["dependents"]> {
  const { rows } = await sql<{ dependents: MergeRecord["dependents"] }>`
    select move_dependents(${column}, ${from}, ${to}) as dependents`.execute(tx);
  return rows[0]?.dependents ?? null;
}
