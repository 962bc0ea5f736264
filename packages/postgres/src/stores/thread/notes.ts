import type { ConversationId, MessageId, WorkspaceId } from "@galka/core/kernel/ids";
import type { Note } from "@galka/core/messages/note";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { jsonText } from "../../json-text.ts";

export type NewNote = {
  readonly id: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly author:
    | { readonly by: "member"; readonly id: string }
    | { readonly by: "rule"; readonly id: string; readonly name: string };
  readonly clientId: string;
  readonly replyToId: string | null;
  readonly content: Note;
  readonly at: Date;
};

/** Keeps a note among the messages; false when its client has written it before. */
export async function insertNote(
  tx: Tx,
  workspaceId: WorkspaceId,
  note: NewNote,
): Promise<boolean> {
  const it = note;
  const rule = it.author.by === "rule" ? it.author : null;
  const memberId = it.author.by === "member" ? it.author.id : null;
  // `received` is the status of which nothing follows.
  const result = await sql`
    insert into messages (workspace_id, id, conversation_id, channel_id, direction, author_member_id,
                          author_rule_id, author_rule_name, content, status, reply_to_id, client_id, at, status_at, created_at)
    values (${workspaceId}, ${it.id}, ${it.conversationId}, ${it.channelId}, 'note', ${memberId},
            ${rule?.id ?? null}, ${rule?.name ?? null}, ${jsonText(it.content)}, 'received', ${it.replyToId}, ${it.clientId}, ${it.at}, ${it.at}, ${it.at})
    on conflict (workspace_id, client_id) do nothing`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}

export type KeptNote = {
  readonly id: MessageId;
  readonly conversationId: ConversationId;
  readonly authorMemberId: string | null;
  readonly at: Date;
  readonly mentions: readonly string[];
  readonly isDeleted: boolean;
};

/** Locks a note until `tx` ends; null for what is no note. */
export async function lockNote(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: MessageId,
): Promise<KeptNote | null> {
  const { rows } = await sql<KeptNote>`
    select id, conversation_id as "conversationId", author_member_id as "authorMemberId", at,
           coalesce(content -> 'mentions', '[]'::jsonb) as mentions,
           deleted_at is not null as "isDeleted"
      from messages
     where workspace_id = ${workspaceId} and id = ${id} and direction = 'note' for update`.execute(
    tx,
  );
  return rows[0] ?? null;
}

/** Writes a note anew. */
export async function rewriteNote(
  tx: Tx,
  workspaceId: WorkspaceId,
  { id, content }: { readonly id: string; readonly content: Note },
  now: Date,
): Promise<void> {
  await sql`
    update messages set content = ${jsonText(content)}, edited_at = ${now}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** Leaves the place of a note and nothing of what it said. */
export async function emptyNote(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  now: Date,
): Promise<void> {
  const nothing: Note = { kind: "note", text: "", mentions: [] };
  await sql`
    update messages set content = ${jsonText(nothing)}, deleted_at = ${now}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  await sql`
    delete from message_texts where workspace_id = ${workspaceId} and message_id = ${id}`.execute(
    tx,
  );
}
