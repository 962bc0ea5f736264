import { type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Database, Tx } from "../../database.ts";

/** What the rules that are on wait for: a kind of trigger and, for a silence, how long. */
export type Awaited = { readonly kind: string; readonly afterMinutes: number | null };

/** Empty when no rule is on. */
export async function listAwaited(tx: Tx, workspaceId: WorkspaceId): Promise<Awaited[]> {
  const { rows } = await sql<Awaited>`
    select distinct trigger_kind as kind, after_minutes as "afterMinutes"
      from rules where workspace_id = ${workspaceId} and is_on`.execute(tx);
  return rows;
}

export type NewOccurrence = {
  readonly kind: "message" | "member-silent" | "contact-silent";
  readonly conversationId: string;
  readonly messageId: string;
  readonly afterMinutes: number;
  readonly dueAt: Date;
};

/** Keeps what the rules shall look at; what is kept already stays as it is. */
export async function insertOccurrences(
  tx: Tx,
  workspaceId: WorkspaceId,
  occurrences: readonly NewOccurrence[],
): Promise<void> {
  if (occurrences.length === 0) return;
  await sql`
    insert into rule_occurrences (workspace_id, kind, conversation_id, message_id, after_minutes, due_at)
    select ${workspaceId}, o.kind, o."conversationId", o."messageId", o."afterMinutes", o."dueAt"
      from jsonb_to_recordset(${JSON.stringify(occurrences)}::jsonb)
           as o (kind text, "conversationId" uuid, "messageId" uuid, "afterMinutes" integer, "dueAt" timestamptz)
    on conflict (workspace_id, message_id, kind, after_minutes) do nothing`.execute(tx);
}

export async function listWorkspacesWithDueRules(db: Database, now: Date): Promise<WorkspaceId[]> {
  const { rows } = await sql<{ id: string }>`
    select workspace_id as id from workspaces_with_due_rules(${now})`.execute(db);
  return rows.map(({ id }) => idOf<"workspace">(id));
}

/** Whether this transaction is the one that looks at the workspace's occurrences. Others leave it alone. */
export async function tryLockOccurrences(tx: Tx, workspaceId: WorkspaceId): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('galka.rules ' || ${workspaceId}::text, 0)) as locked`.execute(
    tx,
  );
  return rows[0]?.locked ?? false;
}

export type DueOccurrence = {
  readonly id: string;
  readonly kind: NewOccurrence["kind"];
  readonly conversationId: string;
  readonly messageId: string;
  readonly afterMinutes: number;
};

const LOOKED_AT = 200;

/** The earliest that is due of each conversation, so that what a rule does about it counts for what comes after. */
export async function listDueOccurrences(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<DueOccurrence[]> {
  const { rows } = await sql<DueOccurrence>`
    select distinct on (conversation_id) id::text as id, kind, conversation_id as "conversationId",
           message_id as "messageId", after_minutes as "afterMinutes"
      from (select * from rule_occurrences
             where workspace_id = ${workspaceId} and due_at <= ${now}
             order by due_at, id limit ${LOOKED_AT}) as due
     order by conversation_id, due_at, id`.execute(tx);
  return rows;
}

export async function deleteOccurrences(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    delete from rule_occurrences
     where workspace_id = ${workspaceId} and id = any(${[...ids]}::bigint[])`.execute(tx);
}
