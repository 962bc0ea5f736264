import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** A reaction on a message that is known. `heardAs` is the channel's id of the reaction; null is our own. */
export type ReactionMark = {
  readonly messageId: string;
  readonly by: "contact" | "business";
  /** Empty takes it back. */
  readonly emoji: string;
  readonly at: Date;
  readonly heardAs: string | null;
};

/**
 * Puts one reaction on its message; false when nothing changed.
 *
 * A report that was heard already changes nothing, and neither does one that is
 * older than what is there. Of two in the same second, the one that is heard
 * later counts: WhatsApp's clock has no finer moments.
 */
export async function saveReaction(
  tx: Tx,
  workspaceId: WorkspaceId,
  mark: ReactionMark,
): Promise<boolean> {
  const heard = mark.heardAs === null ? [] : [mark.heardAs];
  const { rows } = await sql<{ changed: boolean }>`
    insert into reactions (workspace_id, message_id, by, emoji, at, heard)
    values (${workspaceId}, ${mark.messageId}, ${mark.by}, ${mark.emoji}, ${mark.at}, ${heard}::text[])
    on conflict (workspace_id, message_id, by) do update
       set emoji = case when excluded.at >= reactions.at then excluded.emoji else reactions.emoji end,
           at = greatest(reactions.at, excluded.at),
           heard = reactions.heard || excluded.heard
     where not reactions.heard && excluded.heard
    returning (emoji = ${mark.emoji}) as changed`.execute(tx);
  return rows[0]?.changed ?? false;
}

/** Takes our reaction off a message, if it is still this one; false when it is not. */
export async function dropReaction(
  tx: Tx,
  workspaceId: WorkspaceId,
  dropped: { readonly messageId: string; readonly emoji: string; readonly at: Date },
): Promise<boolean> {
  const result = await sql`
    update reactions set emoji = '', at = greatest(at, ${dropped.at})
     where workspace_id = ${workspaceId} and message_id = ${dropped.messageId}
       and by = 'business' and emoji = ${dropped.emoji}`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}

/** Changes what a message says, unless a later edit is known; false when nothing changed. */
export async function editMessage(
  tx: Tx,
  workspaceId: WorkspaceId,
  edit: { readonly id: string; readonly content: object; readonly at: Date },
): Promise<boolean> {
  const result = await sql`
    update messages set content = ${JSON.stringify(edit.content)}::jsonb, edited_at = ${edit.at}
     where workspace_id = ${workspaceId} and id = ${edit.id}
       and (edited_at is null or edited_at < ${edit.at})`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}

/** Marks a message as deleted by its author. What it said stays with the team. */
export async function revokeMessage(
  tx: Tx,
  workspaceId: WorkspaceId,
  revoke: { readonly id: string; readonly at: Date },
): Promise<boolean> {
  const result = await sql`
    update messages set deleted_at = ${revoke.at}
     where workspace_id = ${workspaceId} and id = ${revoke.id} and deleted_at is null`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}
