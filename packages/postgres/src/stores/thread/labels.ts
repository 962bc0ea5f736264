import type { LabelColor, LabelShape } from "@galka/core/conversations/label";
import type { ConversationId, LabelId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

export type LabelView = {
  readonly id: string;
  readonly name: string;
  readonly color: LabelColor;
  readonly shape: LabelShape;
};

/** Every label of the workspace, by name. */
export async function listLabels(tx: Tx, workspaceId: WorkspaceId): Promise<LabelView[]> {
  const { rows } = await sql<LabelView>`
    select id, name, color, shape from labels
     where workspace_id = ${workspaceId} order by lower(name), id`.execute(tx);
  return rows;
}

/** Locks the label until `tx` ends. */
export async function lockLabel(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: LabelId,
): Promise<LabelView | null> {
  const { rows } = await sql<LabelView>`
    select id, name, color, shape from labels
     where workspace_id = ${workspaceId} and id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

/** Keeps a label; false when another one has the name. */
export async function saveLabel(
  tx: Tx,
  workspaceId: WorkspaceId,
  label: LabelView,
  now: Date,
): Promise<boolean> {
  const { rows: taken } = await sql`
    select from labels
     where workspace_id = ${workspaceId} and lower(name) = lower(${label.name}) and id <> ${label.id}`.execute(
    tx,
  );
  if (taken.length > 0) return false;
  await sql`
    insert into labels (workspace_id, id, name, color, shape, created_at)
    values (${workspaceId}, ${label.id}, ${label.name}, ${label.color}, ${label.shape}, ${now})
    on conflict (workspace_id, id) do update
       set name = excluded.name, color = excluded.color, shape = excluded.shape`.execute(tx);
  return true;
}

/** Takes a label away everywhere; answers the conversations that had it. */
export async function deleteLabel(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: LabelId,
): Promise<string[]> {
  const { rows } = await sql<{ conversation_id: string }>`
    delete from conversation_labels where workspace_id = ${workspaceId} and label_id = ${id}
    returning conversation_id`.execute(tx);
  await sql`delete from labels where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  return rows.map((row) => row.conversation_id);
}

/** Which of these labels there are; they stay until `tx` ends. */
export async function holdLabels(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from labels
     where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[])
     order by id for key share`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** Puts labels on a conversation; answers those that it did not have. */
export async function putLabels(
  tx: Tx,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
  ids: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ label_id: string }>`
    insert into conversation_labels (workspace_id, conversation_id, label_id)
    select ${workspaceId}, ${conversationId}, id from unnest(${[...ids]}::uuid[]) as id
    on conflict do nothing returning label_id`.execute(tx);
  return rows.map((row) => row.label_id);
}

/** Takes labels off a conversation; answers those that it had. */
export async function takeLabels(
  tx: Tx,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
  ids: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ label_id: string }>`
    delete from conversation_labels
     where workspace_id = ${workspaceId} and conversation_id = ${conversationId}
       and label_id = any(${[...ids]}::uuid[])
    returning label_id`.execute(tx);
  return rows.map((row) => row.label_id);
}
