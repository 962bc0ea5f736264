import type { ConversationId, FileId, MessageId, WorkspaceId } from "@galka/core/kernel/ids";
import type { MessageContent } from "@galka/core/messages/content";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** A message read from a chat export. */
export type ImportedMessage = {
  readonly id: MessageId;
  /** What makes it the same message in a repeated import of this conversation. */
  readonly key: string;
  readonly direction: "in" | "out";
  readonly content: MessageContent;
  readonly at: Date;
  readonly edited: boolean;
  readonly deleted: boolean;
  /** What can be searched of it; empty for nothing. */
  readonly text: string;
};

export type ImportedFile = {
  readonly id: FileId;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  readonly name: string;
  readonly width: number | null;
  readonly height: number | null;
};

export type ImportedInto = {
  readonly workspaceId: WorkspaceId;
  readonly channelId: string;
  readonly conversationId: ConversationId;
};

/** Of these keys, the ones that are in the conversation, each with the kind of its content. */
export async function findImportedKinds(
  tx: Tx,
  into: ImportedInto,
  keys: readonly string[],
): Promise<Map<string, MessageContent["kind"]>> {
  const { rows } = await sql<{ key: string; kind: MessageContent["kind"] }>`
    select import_key as key, content ->> 'kind' as kind from messages
     where workspace_id = ${into.workspaceId} and conversation_id = ${into.conversationId}
       and import_key = any(${[...keys]}::text[])`.execute(tx);
  return new Map(rows.map(({ key, kind }) => [key, kind]));
}

/**
 * Adds the messages that are not there yet, with what can be searched of them; answers how many.
 *
 * Neither the unread count nor the time of the last inbound message changes:
 * what is imported was read long ago, and the service window follows from what
 * came over the channel.
 */
export async function insertImportedMessages(
  tx: Tx,
  into: ImportedInto,
  messages: readonly ImportedMessage[],
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ added: number }>`
    with given as (${rowsOf(messages)}), added as (
      insert into messages (workspace_id, id, conversation_id, channel_id, direction, source, content,
                            status, import_key, edited_at, deleted_at, at, status_at, created_at)
      select ${into.workspaceId}::uuid, id, ${into.conversationId}::uuid, ${into.channelId}::uuid, direction,
             'import', content, case direction when 'in' then 'received' else 'sent' end, key,
             case when edited then at end, case when deleted then at end, at, at, ${now}::timestamptz
        from given
      on conflict on constraint messages_import_key do nothing
      returning id
    ), texts as (
      insert into message_texts (workspace_id, message_id, conversation_id, at, body)
      select ${into.workspaceId}::uuid, given.id, ${into.conversationId}::uuid, given.at, given.text
        from given join added using (id) where given.text <> ''
    )
    select count(*)::int as added from added`.execute(tx);
  return rows[0]?.added ?? 0;
}

/** Gives messages whose file an earlier export left out the file that a later one has. */
export async function fillOmittedMessages(
  tx: Tx,
  into: ImportedInto,
  messages: readonly ImportedMessage[],
): Promise<void> {
  await sql`
    with given as (${rowsOf(messages)}), filled as (
      update messages m set content = given.content
        from given
       where m.workspace_id = ${into.workspaceId} and m.conversation_id = ${into.conversationId}
         and m.import_key = given.key and m.content ->> 'kind' = 'omitted'
      returning m.id, m.at, given.text
    )
    insert into message_texts (workspace_id, message_id, conversation_id, at, body)
    select ${into.workspaceId}::uuid, id, ${into.conversationId}::uuid, at, text from filled where text <> ''
    on conflict (workspace_id, message_id) do update set body = excluded.body`.execute(tx);
}

export async function insertImportedFiles(
  tx: Tx,
  workspaceId: WorkspaceId,
  files: readonly ImportedFile[],
  now: Date,
): Promise<void> {
  await sql`
    insert into files (workspace_id, id, sha256, size_bytes, media_type, name, state, width, height, created_at)
    select ${workspaceId}::uuid, id, sha256, "sizeBytes", "mediaType", name, 'stored', width, height,
           ${now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(files)}::jsonb)
        as given (id uuid, sha256 text, "sizeBytes" bigint, "mediaType" text, name text, width int, height int)`.execute(
    tx,
  );
}

/** Lets the conversation end with its newest message, if that is newer than what it ended with. */
export async function raiseLastMessage(tx: Tx, into: ImportedInto): Promise<void> {
  await sql`
    update conversations c set last_message_id = newest.id, last_message_at = newest.at
      from (select id, at from messages
             where workspace_id = ${into.workspaceId} and conversation_id = ${into.conversationId}
               and direction <> 'note'
             order by at desc, id desc limit 1) newest
     where c.workspace_id = ${into.workspaceId} and c.id = ${into.conversationId}
       and (c.last_message_id is null or newest.at > c.last_message_at)`.execute(tx);
}

function rowsOf(messages: readonly ImportedMessage[]) {
  return sql`
    select * from jsonb_to_recordset(${JSON.stringify(messages)}::jsonb)
      as given (id uuid, key text, direction text, content jsonb, at timestamptz, edited boolean,
                deleted boolean, text text)`;
}
