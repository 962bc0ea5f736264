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
  /** By the clock of who wrote it. Of one that was just begun, when its first message was written. */
  readonly lastMessageAt: Date | null;
  readonly unreadCount: number;
  readonly assigneeId: string | null;
  readonly teamId: string | null;
  /** The last answer of a person; `answeredById` is null for one written on the phone. */
  readonly answeredAt: Date | null;
  readonly answeredById: string | null;
};

type Row = {
  id: string;
  channel_id: string;
  contact_id: string;
  status: WorkState;
  last_inbound_at: Date | null;
  last_message_at: Date | null;
  unread_count: number;
  assignee_id: string | null;
  team_id: string | null;
  answered_at: Date | null;
  answered_by_id: string | null;
};

const COLUMNS = sql`id, channel_id, contact_id, status, last_inbound_at, last_message_at,
  unread_count, assignee_id, team_id, answered_at, answered_by_id`;

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

/**
 * Has these stay as they are in what a message of theirs leans on, until `tx`
 * ends: waits for whoever has one locked before anything else is locked.
 */
export async function holdThreads(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    select from conversations
     where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[])
     order by id for key share`.execute(tx);
}

/** What messages that were added do to their conversation. */
export type ThreadBump = {
  readonly id: string;
  readonly messageId: string;
  readonly messageAt: Date;
  readonly inboundAt: Date | null;
  readonly unread: number;
  readonly reopens: boolean;
  /** When the first of them asked for an answer; left out when none did. */
  readonly asksAt?: Date | null;
  /** When the last of them answered as a person, not a rule; left out when none did. */
  readonly answersAt?: Date | null;
  /** Whose answer it was; left out of one that was written on the phone. */
  readonly answersById?: string | null;
};

/**
 * A conversation's last message is the latest by the sender's clock, in whatever
 * order they come. Somebody waits since the first message after the last answer;
 * only an answer that comes late has one look for it.
 */
export async function bumpThreads(
  tx: Tx,
  workspaceId: WorkspaceId,
  bumps: readonly ThreadBump[],
  now: Date,
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
           status_at = case when b.reopens and c.status <> 'open' then ${now} else c.status_at end,
           snoozed_until = case when b.reopens then null else c.snoozed_until end,
           status = case when b.reopens then 'open' else c.status end,
           answered_at = greatest(c.answered_at, b."answersAt"),
           answered_by_id = case when b."answersAt" >= coalesce(c.answered_at, '-infinity')
             then b."answersById" else c.answered_by_id end,
           waiting_since = case
             when b."asksAt" is null and (b."answersAt" is null or c.waiting_since is null) then c.waiting_since
             when greatest(c.answered_at, b."answersAt") is null
               or least(c.waiting_since, b."asksAt") > greatest(c.answered_at, b."answersAt")
               then least(c.waiting_since, b."asksAt")
             when greatest(c.last_inbound_at, b."inboundAt") > greatest(c.answered_at, b."answersAt")
               then (select min(m.at) from messages m
                      where m.workspace_id = c.workspace_id and m.conversation_id = c.id
                        and m.direction = 'in' and m.content ->> 'kind' not in ('notice', 'rating')
                        and m.at > greatest(c.answered_at, b."answersAt"))
             else null end
      from jsonb_to_recordset(${JSON.stringify(bumps)}::jsonb)
           as b (id uuid, "messageId" uuid, "messageAt" timestamptz, "inboundAt" timestamptz,
                 unread integer, reopens boolean, "asksAt" timestamptz, "answersAt" timestamptz,
                 "answersById" uuid)
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
    lastMessageAt: row.last_message_at,
    unreadCount: row.unread_count,
    assigneeId: row.assignee_id,
    teamId: row.team_id,
    answeredAt: row.answered_at,
    answeredById: row.answered_by_id,
  };
}
