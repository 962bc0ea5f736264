import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { jsonText } from "../../json-text.ts";

/** A message that a channel told of, ready to be kept. */
export type ReceivedMessage = {
  readonly id: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly direction: "in" | "out";
  readonly content: object;
  readonly status: string;
  readonly wamid: string;
  readonly replyToWamid: string | null;
  readonly at: Date;
  /** The identities under which its other side wrote or was written to, by their values. */
  readonly sender: readonly string[];
};

/** Keeps the messages that are not known yet; answers the ids of those. The others were heard before. */
export async function insertReceived(
  tx: Tx,
  workspaceId: WorkspaceId,
  messages: readonly ReceivedMessage[],
  now: Date,
): Promise<Set<string>> {
  if (messages.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    insert into messages (workspace_id, id, conversation_id, channel_id, direction, content, status,
                          wamid, reply_to_wamid, sender, at, status_at, created_at)
    select ${workspaceId}, m.id, m."conversationId", m."channelId", m.direction, m.content, m.status,
           m.wamid, m."replyToWamid", m.sender, m.at, m.at, ${now}
      from jsonb_to_recordset(${JSON.stringify(messages)}::jsonb)
           as m (id uuid, "conversationId" uuid, "channelId" uuid, direction text, content jsonb,
                 status text, wamid text, "replyToWamid" text, sender text[], at timestamptz)
    on conflict (workspace_id, channel_id, wamid) do nothing
    returning id`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

export type MessageText = {
  readonly messageId: string;
  readonly conversationId: string;
  readonly at: Date;
  readonly body: string;
};

/** Keeps what can be searched; of an edited message the text of today. */
export async function saveTexts(
  tx: Tx,
  workspaceId: WorkspaceId,
  texts: readonly MessageText[],
): Promise<void> {
  if (texts.length === 0) return;
  await sql`
    insert into message_texts (workspace_id, message_id, conversation_id, at, body)
    select ${workspaceId}, t."messageId", t."conversationId", t.at, t.body
      from jsonb_to_recordset(${jsonText(texts)}::jsonb)
           as t ("messageId" uuid, "conversationId" uuid, at timestamptz, body text)
    on conflict (workspace_id, message_id) do update set body = excluded.body`.execute(tx);
}

/** Forgets what could be searched of a message: its words are gone. */
export async function dropText(tx: Tx, workspaceId: WorkspaceId, messageId: string): Promise<void> {
  await sql`
    delete from message_texts
     where workspace_id = ${workspaceId} and message_id = ${messageId}`.execute(tx);
}

export type WantedFileRow = {
  readonly id: string;
  readonly channelId: string;
  readonly remoteId: string;
  readonly claimedType: string | null;
  readonly name: string | null;
};

export async function insertWantedFiles(
  tx: Tx,
  workspaceId: WorkspaceId,
  files: readonly WantedFileRow[],
  now: Date,
): Promise<void> {
  if (files.length === 0) return;
  await sql`
    insert into files (workspace_id, id, claimed_type, name, state, channel_id, remote_id, created_at)
    select ${workspaceId}, f.id, f."claimedType", f.name, 'wanted', f."channelId", f."remoteId", ${now}
      from jsonb_to_recordset(${JSON.stringify(files)}::jsonb)
           as f (id uuid, "channelId" uuid, "remoteId" text, "claimedType" text, name text)`.execute(
    tx,
  );
}

/**
 * Joins answers with what they answer, among messages that were just added: their
 * own quotes, and those of messages that came before what they quote. Answers
 * the older ones that changed.
 */
export async function joinQuotes(
  tx: Tx,
  workspaceId: WorkspaceId,
  addedIds: readonly string[],
): Promise<{ readonly id: string; readonly conversationId: string }[]> {
  if (addedIds.length === 0) return [];
  const ids = [...addedIds];
  await sql`
    update messages m set reply_to_id = q.id
      from messages q
     where m.workspace_id = ${workspaceId} and m.id = any(${ids}::uuid[])
       and m.reply_to_wamid is not null and m.reply_to_id is null
       and q.workspace_id = ${workspaceId} and q.channel_id = m.channel_id
       and q.wamid = m.reply_to_wamid`.execute(tx);
  const { rows } = await sql<{ id: string; conversationId: string }>`
    update messages m set reply_to_id = q.id
      from messages q
     where q.workspace_id = ${workspaceId} and q.id = any(${ids}::uuid[]) and q.wamid is not null
       and m.workspace_id = ${workspaceId} and m.channel_id = q.channel_id
       and m.reply_to_wamid = q.wamid and m.reply_to_id is null
    returning m.id, m.conversation_id as "conversationId"`.execute(tx);
  return rows;
}

export type Located = {
  readonly id: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly wamid: string;
};

/** Which of these messages of the channels are known. */
export async function locateMessages(
  tx: Tx,
  workspaceId: WorkspaceId,
  wanted: readonly { readonly channelId: string; readonly wamid: string }[],
): Promise<Located[]> {
  if (wanted.length === 0) return [];
  const { rows } = await sql<Located>`
    select m.id, m.conversation_id as "conversationId", m.channel_id as "channelId", m.wamid
      from unnest(${wanted.map(({ channelId }) => channelId)}::uuid[],
                  ${wanted.map(({ wamid }) => wamid)}::text[]) as w (channel_id, wamid)
      join messages m on m.workspace_id = ${workspaceId}
       and m.channel_id = w.channel_id and m.wamid = w.wamid`.execute(tx);
  return rows;
}
