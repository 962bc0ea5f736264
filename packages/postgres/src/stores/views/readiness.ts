import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Database, Tx } from "../../database.ts";

export type Readiness = {
  /** Webhooks that are stored and not applied yet, counted up to a bound. */
  readonly waitingWebhooks: number;
};

const COUNTED = 100_000;

/** Asks the database whether it answers, and how far behind the applier is. */
export async function readReadiness(db: Database): Promise<Readiness> {
  const rows = await sql<{ waiting: number }>`
    select count(*)::int as waiting from (
      select from webhook_log
       where position > coalesce((select min(position) from webhook_cursors), 0)
       limit ${COUNTED}) as waiting`.execute(db);
  return { waitingWebhooks: rows.rows[0]?.waiting ?? 0 };
}

/**
 * How much of a workspace is still under way: messages that nobody has handed to
 * the channel yet, and files that are wanted. It looks at every file, so it is
 * for whoever waits for a small workspace, not for a beat.
 */
export async function countUnfinished(tx: Tx, workspaceId: WorkspaceId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from sends
             where workspace_id = ${workspaceId} and state = 'queued')::int
         + (select count(*) from sends
             where workspace_id = ${workspaceId} and state = 'dispatching')::int
         + (select count(*) from files
             where workspace_id = ${workspaceId} and state = 'wanted')::int as count`.execute(tx);
  return rows[0]?.count ?? 0;
}
