import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** An event as it is kept: it names things, and whoever tells it loads them. */
export type EventRecord = {
  readonly seq: number;
  readonly kind: string;
  readonly conversationId: string | null;
  readonly messageId: string | null;
  readonly contactId: string | null;
  readonly channelId: string | null;
  readonly otherId: string | null;
};

type EventRow = {
  seq: number;
  kind: string;
  conversation_id: string | null;
  message_id: string | null;
  contact_id: string | null;
  channel_id: string | null;
  other_id: string | null;
};

/** The events after `since`, in order, without holes. */
export async function listEventsSince(
  tx: Tx,
  workspaceId: WorkspaceId,
  since: number,
  limit: number,
): Promise<EventRecord[]> {
  const rows = await sql<EventRow>`
    select seq, kind, conversation_id, message_id, contact_id, channel_id, other_id
      from events
     where workspace_id = ${workspaceId} and seq > ${since}
     order by seq limit ${limit}`.execute(tx);
  return rows.rows.map((row) => ({
    seq: row.seq,
    kind: row.kind,
    conversationId: row.conversation_id,
    messageId: row.message_id,
    contactId: row.contact_id,
    channelId: row.channel_id,
    otherId: row.other_id,
  }));
}

/** The seq of the newest event; what is read after it in the same transaction is at least as new. */
export async function loadLastSeq(tx: Tx, workspaceId: WorkspaceId): Promise<number> {
  const rows = await sql<{ last_seq: number }>`
    select last_seq from workspaces where id = ${workspaceId}`.execute(tx);
  return rows.rows[0]?.last_seq ?? 0;
}

/** Of these seqs, the ones after which every event is still kept. */
export async function listResumable(
  tx: Tx,
  workspaceId: WorkspaceId,
  seqs: readonly number[],
): Promise<number[]> {
  if (seqs.length === 0) return [];
  const rows = await sql<{ since: number }>`
    select asked.since
      from workspaces w, unnest(${[...seqs]}::bigint[]) as asked (since)
     where w.id = ${workspaceId} and asked.since <= w.last_seq
       and (asked.since = w.last_seq or exists (
             select from events
              where workspace_id = ${workspaceId} and seq = asked.since + 1))`.execute(tx);
  return rows.rows.map((row) => row.since);
}

export type Retention = { readonly count: number; readonly olderThan: Date };

/** Forgets the events beyond the newest `count` and those that are too old; answers how many. */
export async function forgetEvents(
  tx: Tx,
  workspaceId: WorkspaceId,
  keep: Retention,
): Promise<number> {
  const result = await sql`
    delete from events e using workspaces w
     where w.id = ${workspaceId} and e.workspace_id = ${workspaceId}
       and (e.seq <= w.last_seq - ${keep.count}::bigint or e.at < ${keep.olderThan})`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}
