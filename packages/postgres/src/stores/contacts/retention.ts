import { type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Database, Tx } from "../../database.ts";

export const RETENTION_KINDS = ["messages", "media", "webhook-log", "audit"] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** How many days what is kept; null means for good. */
export type Retention = Readonly<Record<RetentionKind, number | null>>;

export async function loadRetention(tx: Tx, workspaceId: WorkspaceId): Promise<Retention> {
  const { rows } = await sql<{ kind: RetentionKind; days: number }>`
    select kind, days from retention_rules where workspace_id = ${workspaceId}`.execute(tx);
  const daysOf = (kind: RetentionKind) => rows.find((row) => row.kind === kind)?.days ?? null;
  return {
    messages: daysOf("messages"),
    media: daysOf("media"),
    "webhook-log": daysOf("webhook-log"),
    audit: daysOf("audit"),
  };
}

export async function saveRetention(
  tx: Tx,
  workspaceId: WorkspaceId,
  retention: Retention,
): Promise<void> {
  const rules = Object.entries(retention).flatMap(([kind, days]) =>
    days === null ? [] : [{ kind, days }],
  );
  await sql`delete from retention_rules where workspace_id = ${workspaceId}`.execute(tx);
  await sql`
    insert into retention_rules (workspace_id, kind, days)
    select ${workspaceId}, r.kind, r.days
      from jsonb_to_recordset(${JSON.stringify(rules)}::jsonb) as r (kind text, days int)`.execute(
    tx,
  );
}

export async function listWorkspacesWithRetention(db: Database): Promise<WorkspaceId[]> {
  const { rows } = await sql<{ id: string }>`
    select workspaces_with_retention() as id`.execute(db);
  return rows.map(({ id }) => idOf<"workspace">(id));
}

/** The days of the workspace that keeps webhooks shortest; null when none says. */
export async function loadWebhookLogDays(db: Database): Promise<number | null> {
  const { rows } = await sql<{ days: number | null }>`select webhook_log_days() as days`.execute(
    db,
  );
  return rows[0]?.days ?? null;
}

/** A piece of what was forgotten. */
export type Forgotten = {
  readonly count: number;
  readonly conversationIds: readonly string[];
  readonly fileIds: readonly string[];
};

/** Deletes the oldest messages from before a moment, at most so many. A message on its way out is left alone. */
export async function forgetMessages(
  tx: Tx,
  workspaceId: WorkspaceId,
  before: Date,
  atMost: number,
): Promise<Forgotten> {
  const { rows } = await sql<{ conversationId: string; fileIds: string[] | null }>`
    delete from messages m
     where m.workspace_id = ${workspaceId} and m.id in (
       select o.id from messages o
        where o.workspace_id = ${workspaceId} and o.at < ${before}
          and o.status not in ('queued', 'dispatching', 'unknown')
        order by o.at limit ${atMost} for update skip locked)
    returning m.conversation_id as "conversationId", array(
      select (regexp_matches(m.content::text, '"fileId": "([0-9a-f-]{36})"', 'g'))[1]) as "fileIds"`.execute(
    tx,
  );
  const conversationIds = [...new Set(rows.map((row) => row.conversationId))];
  await sql`
    update conversations c set last_message_id = (
             select m.id from messages m
              where m.workspace_id = ${workspaceId} and m.conversation_id = c.id
              order by m.at desc, m.id desc limit 1)
     where c.workspace_id = ${workspaceId} and c.id = any(${conversationIds}::uuid[])
       and not exists (select from messages m where m.workspace_id = ${workspaceId} and m.id = c.last_message_id)`.execute(
    tx,
  );
  return {
    count: rows.length,
    conversationIds,
    fileIds: rows.flatMap((row) => row.fileIds ?? []),
  };
}

/** Lets go of the bytes of files from before a moment; that there was one stays. Answers their hashes. */
export async function forgetMedia(
  tx: Tx,
  workspaceId: WorkspaceId,
  before: Date,
  atMost: number,
): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    update files f set state = 'failed', failure = 'retention', sha256 = null, name = null, remote_id = null
      from files o
     where o.workspace_id = ${workspaceId} and f.workspace_id = o.workspace_id and f.id = o.id
       and o.id in (
       select x.id from files x
        where x.workspace_id = ${workspaceId} and x.state = 'stored' and x.created_at < ${before}
        order by x.created_at limit ${atMost} for update skip locked)
    returning o.sha256`.execute(tx);
  return rows.map(({ sha256 }) => sha256);
}

export async function forgetAudit(tx: Tx, before: Date, atMost: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select forget_audit(${before}, ${atMost}) as count`.execute(tx);
  return rows[0]?.count ?? 0;
}
