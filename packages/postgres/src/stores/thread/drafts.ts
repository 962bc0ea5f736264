import type { ConversationId } from "@galka/core/kernel/ids";
import type { Member } from "@galka/core/workspaces/member";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

export type KeptDraft = { readonly text: string; readonly updatedAt: Date };

/** What this member has written and not sent; null when there is nothing. */
export async function findKeptDraft(
  tx: Tx,
  member: Member,
  conversationId: ConversationId,
): Promise<KeptDraft | null> {
  const { rows } = await sql<KeptDraft>`
    select text, updated_at as "updatedAt" from drafts
     where workspace_id = ${member.workspaceId} and member_id = ${member.id}
       and conversation_id = ${conversationId}`.execute(tx);
  return rows[0] ?? null;
}

/** Keeps the draft; an empty one is forgotten. */
export async function keepDraft(
  tx: Tx,
  member: Member,
  draft: { readonly conversationId: ConversationId; readonly text: string },
  now: Date,
): Promise<void> {
  const { workspaceId, id } = member;
  const { conversationId, text } = draft;
  if (text === "") {
    await sql`
      delete from drafts
       where workspace_id = ${workspaceId} and member_id = ${id}
         and conversation_id = ${conversationId}`.execute(tx);
    return;
  }
  await sql`
    insert into drafts (workspace_id, member_id, conversation_id, text, updated_at)
    values (${workspaceId}, ${id}, ${conversationId}, ${text}, ${now})
    on conflict (workspace_id, member_id, conversation_id) do update
       set text = excluded.text, updated_at = excluded.updated_at`.execute(tx);
}
