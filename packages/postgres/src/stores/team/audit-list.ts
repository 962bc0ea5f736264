import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";
import { type Page, type TimeCursor, pageOf } from "../views/page.ts";

/** A change as it was remembered. */
export type AuditView = {
  readonly id: string;
  readonly at: Date;
  readonly actor: "member" | "rule" | "system" | "contact";
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectId: string | null;
  readonly conversationId: string | null;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
};

/** Which changes are asked for; what is left out is not looked at. */
export type AuditQuery = {
  readonly limit: number;
  readonly actorId?: string;
  readonly action?: string;
  readonly subjectId?: string;
  readonly since?: Date;
  readonly until?: Date;
  readonly from?: TimeCursor;
};

type AuditRow = {
  id: string;
  at: Date;
  actor: AuditView["actor"];
  actor_id: string | null;
  action: string;
  subject_id: string | null;
  conversation_id: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

/** The newest first. */
export async function listAuditEntries(
  tx: Tx,
  workspaceId: WorkspaceId,
  query: AuditQuery,
): Promise<Page<AuditView, TimeCursor>> {
  const rows = await sql<AuditRow>`
    select id, at, actor, actor_id, action, subject_id, conversation_id, before, after
      from audit_entries
     where workspace_id = ${workspaceId} and ${sql.join(conditionsOf(query), sql` and `)}
     order by at desc, id desc limit ${query.limit + 1}`.execute(tx);
  const items = rows.rows.map(({ actor_id, subject_id, conversation_id, ...row }) => ({
    ...row,
    actorId: actor_id,
    subjectId: subject_id,
    conversationId: conversation_id,
  }));
  return pageOf(items, query.limit, ({ at, id }) => ({ at, id }));
}

function conditionsOf(query: AuditQuery): RawBuilder<unknown>[] {
  const { actorId, action, subjectId, since, until, from } = query;
  return [
    sql`true`,
    ...(actorId === undefined ? [] : [sql`actor_id = ${actorId}`]),
    ...(action === undefined ? [] : [sql`action = ${action}`]),
    ...(subjectId === undefined ? [] : [sql`subject_id = ${subjectId}`]),
    ...(since === undefined ? [] : [sql`at >= ${since}`]),
    ...(until === undefined ? [] : [sql`at < ${until}`]),
    ...(from === undefined ? [] : [sql`(at, id) < (${from.at}, ${from.id}::uuid)`]),
  ];
}

/**
 * Every action that occurs in the workspace, by name.
 *
 * Leaps from one action to the next along the index, so that it costs what
 * there are kinds of actions and not what there are entries.
 */
export async function listAuditActions(tx: Tx, workspaceId: WorkspaceId): Promise<string[]> {
  const rows = await sql<{ action: string }>`
    with recursive leap(action) as (
      (select action from audit_entries
        where workspace_id = ${workspaceId} order by action limit 1)
      union all
      select (select e.action from audit_entries e
               where e.workspace_id = ${workspaceId} and e.action > leap.action
               order by e.action limit 1)
        from leap where leap.action is not null
    )
    select action from leap where action is not null`.execute(tx);
  return rows.rows.map((row) => row.action);
}
