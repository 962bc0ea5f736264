import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** The name of a rule's member, team or label; null when it is gone since the rule was written. */
export async function findRuleSubject(
  tx: Tx,
  workspaceId: WorkspaceId,
  table: "members" | "teams" | "labels",
  id: string,
): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.table(table)}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  return rows[0]?.name ?? null;
}

/** Marks a conversation as unread, unless it is. */
export async function putBeforeTeam(
  tx: Tx,
  workspaceId: WorkspaceId,
  conversationId: string,
): Promise<void> {
  await sql`
    update conversations set unread_count = greatest(unread_count, 1)
     where workspace_id = ${workspaceId} and id = ${conversationId}`.execute(tx);
}

export type WorkColumn = "assignee_id" | "team_id" | "status" | "priority";

/** Changes one thing of the work on a conversation that is locked, and when it was changed. */
export async function setWorkColumn(
  tx: Tx,
  workspaceId: WorkspaceId,
  set: {
    readonly conversationId: string;
    readonly column: WorkColumn;
    readonly value: string | null;
  },
  now: Date,
): Promise<void> {
  await sql`
    update conversations
       set ${sql.ref(set.column)} = ${set.value},
           assigned_at = case when ${set.column === "assignee_id"} then ${now}::timestamptz else assigned_at end,
           status_at = case when ${set.column === "status"} then ${now}::timestamptz else status_at end
     where workspace_id = ${workspaceId} and id = ${set.conversationId}`.execute(tx);
}

type Labelled = { readonly conversationId: string; readonly labelId: string };

export async function addRuleLabel(tx: Tx, workspaceId: WorkspaceId, at: Labelled): Promise<void> {
  await sql`
    insert into conversation_labels (workspace_id, conversation_id, label_id)
    values (${workspaceId}, ${at.conversationId}, ${at.labelId})
    on conflict do nothing`.execute(tx);
}

export async function removeRuleLabel(
  tx: Tx,
  workspaceId: WorkspaceId,
  at: Labelled,
): Promise<void> {
  await sql`
    delete from conversation_labels
     where workspace_id = ${workspaceId} and conversation_id = ${at.conversationId}
       and label_id = ${at.labelId}`.execute(tx);
}
