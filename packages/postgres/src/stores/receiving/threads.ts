import {
  type ChannelId,
  type ContactId,
  type ConversationId,
  type WorkspaceId,
  idOf,
} from "@galka/core/kernel/ids";
import type { WorkState } from "@galka/core/conversations/work";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** The conversation of one contact on one number. */
export type Thread = {
  readonly id: ConversationId;
  readonly channelId: ChannelId;
  readonly contactId: ContactId;
  readonly status: WorkState;
  readonly lastInboundAt: Date | null;
  readonly unreadCount: number;
};

type Row = {
  id: string;
  channel_id: string;
  contact_id: string;
  status: WorkState;
  last_inbound_at: Date | null;
  unread_count: number;
};

const COLUMNS = sql`id, channel_id, contact_id, status, last_inbound_at, unread_count`;

export type WantedThread = {
  readonly id: string;
  readonly channelId: string;
  readonly contactId: string;
  readonly at: Date;
  /** What it is when it has to be begun. */
  readonly status: WorkState;
};

/** Finds or begins these conversations, and locks them in the order of their ids until `tx` ends. */
export async function ensureThreads(
  tx: Tx,
  workspaceId: WorkspaceId,
  wanted: readonly WantedThread[],
  now: Date,
): Promise<Thread[]> {
  if (wanted.length === 0) return [];
  const json = JSON.stringify(wanted);
  await sql`
    insert into conversations (workspace_id, id, channel_id, contact_id, status, last_message_at, created_at)
    select ${workspaceId}, w.id, w."channelId", w."contactId", w.status, w.at, ${now}
      from jsonb_to_recordset(${json}::jsonb)
           as w (id uuid, "channelId" uuid, "contactId" uuid, at timestamptz, status text)
    on conflict (workspace_id, channel_id, contact_id) do nothing`.execute(tx);
  const { rows } = await sql<Row>`
    select ${COLUMNS} from conversations
     where workspace_id = ${workspaceId}
       and (channel_id, contact_id) in (
         select w."channelId", w."contactId"
           from jsonb_to_recordset(${json}::jsonb) as w ("channelId" uuid, "contactId" uuid))
     order by id for update`.execute(tx);
  return rows.map(fromRow);
}

/** Locks the row until `tx` ends, so two members cannot answer over each other's change. */
export async function lockThread(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ConversationId,
): Promise<Thread | null> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from conversations
     where workspace_id = ${workspaceId} and id = ${id} for update`.execute(tx);
  return rows[0] ? fromRow(rows[0]) : null;
}

/** What messages that were added do to their conversation. */
export type ThreadBump = {
  readonly id: string;
  readonly messageId: string;
  readonly messageAt: Date;
  readonly inboundAt: Date | null;
  readonly unread: number;
  readonly reopens: boolean;
};

/** A conversation's last message is the latest by the sender's clock, in whatever order they come. */
export async function bumpThreads(
  tx: Tx,
  workspaceId: WorkspaceId,
  bumps: readonly ThreadBump[],
): Promise<void> {
  if (bumps.length === 0) return;
  await sql`
    update conversations c
       set last_message_id = case when c.last_message_id is null
             or (b."messageAt", b."messageId") > (c.last_message_at, c.last_message_id)
             then b."messageId" else c.last_message_id end,
           last_message_at = case when c.last_message_id is null
             then b."messageAt" else greatest(c.last_message_at, b."messageAt") end,
           last_inbound_at = greatest(c.last_inbound_at, b."inboundAt"),
           unread_count = c.unread_count + b.unread,
           status = case when b.reopens then 'open' else c.status end
      from jsonb_to_recordset(${JSON.stringify(bumps)}::jsonb)
           as b (id uuid, "messageId" uuid, "messageAt" timestamptz, "inboundAt" timestamptz,
                 unread integer, reopens boolean)
     where c.workspace_id = ${workspaceId} and c.id = b.id`.execute(tx);
}

export async function setUnread(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ConversationId,
  count: number,
): Promise<void> {
  await sql`
    update conversations set unread_count = ${count}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

function fromRow(row: Row): Thread {
  return {
    id: idOf(row.id),
    channelId: idOf(row.channel_id),
    contactId: idOf(row.contact_id),
    status: row.status,
    lastInboundAt: row.last_inbound_at,
    unreadCount: row.unread_count,
  };
}
