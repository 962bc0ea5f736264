import type { ConversationId, MessageId, WorkspaceId } from "@galka/core/kernel/ids";
import { type MessageContent, attachmentsOf } from "@galka/core/messages/content";
import type { MessageStatus } from "@galka/core/messages/status";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";
import { type FileView, loadFileViews } from "./file-list.ts";
import { type Page, type TimeCursor, pageOf } from "./page.ts";

/** A message with all that a thread shows of it. */
export type MessageView = {
  readonly id: string;
  readonly conversationId: string;
  readonly direction: "in" | "out" | "note";
  readonly authorMemberId: string | null;
  readonly authorRule: { readonly id: string; readonly name: string } | null;
  readonly authorSystem: "satisfaction" | "campaign" | "consent" | null;
  readonly source: "live" | "import";
  readonly content: MessageContent;
  readonly files: readonly FileView[];
  readonly status: MessageStatus;
  /** As the sender of the number wrote it down; read by whoever presents it. */
  readonly failure: unknown;
  readonly quoted: QuotedView | null;
  readonly reactions: readonly ReactionView[];
  readonly clientId: string | null;
  readonly editedAt: Date | null;
  readonly deletedAt: Date | null;
  readonly pinnedAt: Date | null;
  readonly at: Date;
  readonly statusAt: Date;
};

/** All null when the quoted message is not known here. */
export type QuotedView = {
  readonly messageId: string | null;
  readonly direction: "in" | "out" | "note" | null;
  readonly content: MessageContent | null;
};

export type ReactionView = {
  readonly by: "contact" | "business";
  readonly emoji: string;
  readonly at: Date;
};

type MessageRow = {
  id: string;
  conversation_id: string;
  direction: "in" | "out" | "note";
  author_member_id: string | null;
  author_rule_id: string | null;
  author_rule_name: string | null;
  author_system: "satisfaction" | "campaign" | "consent" | null;
  source: "live" | "import";
  content: MessageContent;
  status: MessageStatus;
  failure: unknown;
  reply_to_wamid: string | null;
  quoted_id: string | null;
  quoted_direction: "in" | "out" | "note" | null;
  quoted_content: MessageContent | null;
  reactions: { by: "contact" | "business"; emoji: string; at: string }[];
  client_id: string | null;
  edited_at: Date | null;
  deleted_at: Date | null;
  pinned_at: Date | null;
  at: Date;
  status_at: Date;
};

const SELECT = sql`
  select m.id, m.conversation_id, m.direction, m.author_member_id, m.author_rule_id,
         m.author_rule_name, m.author_system, m.source, m.content, m.status,
         m.failure, m.reply_to_wamid, m.client_id, m.edited_at, m.deleted_at, m.at, m.status_at,
         p.at as pinned_at, q.id as quoted_id, q.direction as quoted_direction, q.content as quoted_content,
         (select coalesce(json_agg(json_build_object('by', r.by, 'emoji', r.emoji, 'at', r.at)
                   order by r.by), '[]'::json)
            from reactions r
           where r.workspace_id = m.workspace_id and r.message_id = m.id and r.emoji <> '') as reactions
    from messages m
    left join messages q on q.workspace_id = m.workspace_id and q.id = m.reply_to_id
    left join message_pins p on p.workspace_id = m.workspace_id and p.message_id = m.id`;

export type MessageQuery = {
  readonly conversationId: ConversationId;
  /** Messages before (`older`) or after (`newer`) this place; the newest ones when absent. */
  readonly from?: { readonly cursor: TimeCursor; readonly direction: "older" | "newer" };
  readonly limit: number;
};

/** Messages of a conversation, always newest first; `next` goes on in the direction that was asked for. */
export async function listMessages(
  tx: Tx,
  workspaceId: WorkspaceId,
  query: MessageQuery,
): Promise<Page<MessageView, TimeCursor>> {
  const newer = query.from?.direction === "newer";
  const rows = await sql<MessageRow>`
    ${SELECT}
     where m.workspace_id = ${workspaceId} and m.conversation_id = ${query.conversationId}
       ${place(query)}
     order by ${newer ? sql`m.at, m.id` : sql`m.at desc, m.id desc`}
     limit ${query.limit + 1}`.execute(tx);
  const page = pageOf(rows.rows, query.limit, (row) => ({ at: row.at, id: row.id }));
  const ordered = newer ? [...page.items].reverse() : page.items;
  return { items: await withFiles(tx, workspaceId, ordered), next: page.next };
}

function place({ from }: MessageQuery): RawBuilder<unknown> {
  if (!from) return sql``;
  const cursor = sql`(${from.cursor.at}::timestamptz, ${from.cursor.id}::uuid)`;
  return from.direction === "newer"
    ? sql`and (m.at, m.id) > ${cursor}`
    : sql`and (m.at, m.id) < ${cursor}`;
}

/** What was said in all conversations of a contact, newest first. */
export async function listContactMessages(
  tx: Tx,
  workspaceId: WorkspaceId,
  query: { readonly contactId: string; readonly before?: TimeCursor; readonly limit: number },
): Promise<Page<MessageView, TimeCursor>> {
  const from = query.before
    ? sql`and (m.at, m.id) < (${query.before.at}::timestamptz, ${query.before.id}::uuid)`
    : sql``;
  // Of each conversation no more than a page is read, by its index.
  const rows = await sql<MessageRow>`
    ${SELECT}
     where m.workspace_id = ${workspaceId} and m.id in (
       select latest.id from conversations c
         cross join lateral (
           select m.id from messages m
            where m.workspace_id = c.workspace_id and m.conversation_id = c.id ${from}
            order by m.at desc, m.id desc limit ${query.limit + 1}) latest
        where c.workspace_id = ${workspaceId} and c.contact_id = ${query.contactId})
     order by m.at desc, m.id desc
     limit ${query.limit + 1}`.execute(tx);
  const page = pageOf(rows.rows, query.limit, (row) => ({ at: row.at, id: row.id }));
  return { items: await withFiles(tx, workspaceId, page.items), next: page.next };
}

/** Where a message stands in its conversation; null when it is not in it. */
export async function findPlaceOfMessage(
  tx: Tx,
  workspaceId: WorkspaceId,
  where: { readonly conversationId: ConversationId; readonly messageId: MessageId },
): Promise<TimeCursor | null> {
  const rows = await sql<TimeCursor>`
    select m.at, m.id from messages m
     where m.workspace_id = ${workspaceId} and m.id = ${where.messageId}
       and m.conversation_id = ${where.conversationId}`.execute(tx);
  return rows.rows[0] ?? null;
}

/** The messages that are there, in no particular order. */
export async function loadMessageViews(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<MessageView[]> {
  if (ids.length === 0) return [];
  const rows = await sql<MessageRow>`
    ${SELECT}
     where m.workspace_id = ${workspaceId} and m.id = any(${[...ids]}::uuid[])`.execute(tx);
  return withFiles(tx, workspaceId, rows.rows);
}

async function withFiles(
  tx: Tx,
  workspaceId: WorkspaceId,
  rows: readonly MessageRow[],
): Promise<MessageView[]> {
  const wanted = rows.flatMap((row) => fileIdsOf(row.content));
  const files = await loadFileViews(tx, workspaceId, [...new Set(wanted)]);
  const byId = new Map(files.map((file) => [file.id, file]));
  return rows.map((row) => fromRow(row, byId));
}

function fileIdsOf(content: MessageContent): string[] {
  return attachmentsOf(content).map(({ fileId }) => fileId);
}

function fromRow(row: MessageRow, files: ReadonlyMap<string, FileView>): MessageView {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    direction: row.direction,
    authorMemberId: row.author_member_id,
    authorRule:
      row.author_rule_id === null
        ? null
        : { id: row.author_rule_id, name: row.author_rule_name ?? "" },
    authorSystem: row.author_system,
    source: row.source,
    content: row.content,
    files: fileIdsOf(row.content).flatMap((id) => files.get(id) ?? []),
    status: row.status,
    failure: row.failure,
    quoted: quotedOf(row),
    // PostgreSQL writes instants into JSON as text.
    reactions: row.reactions.map((it) => ({ by: it.by, emoji: it.emoji, at: new Date(it.at) })),
    clientId: row.client_id,
    editedAt: row.edited_at,
    deletedAt: row.deleted_at,
    pinnedAt: row.pinned_at,
    at: row.at,
    statusAt: row.status_at,
  };
}

function quotedOf(row: MessageRow): QuotedView | null {
  if (row.quoted_id === null && row.reply_to_wamid === null) return null;
  return {
    messageId: row.quoted_id,
    direction: row.quoted_direction,
    content: row.quoted_content,
  };
}
