import { type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Database, Tx } from "../../database.ts";

/** How much there is for one member; counted no further than `upTo`. */
export type WorkCounts = {
  readonly mine: number;
  readonly unassigned: number;
  readonly open: number;
  readonly oldestWaitingSince: Date | null;
};

export async function countWork(
  tx: Tx,
  workspaceId: WorkspaceId,
  memberId: string,
  upTo: number,
): Promise<WorkCounts> {
  const { rows } = await sql<WorkCounts>`
    select
      (select count(*)::int from (select from conversations
         where workspace_id = ${workspaceId} and status = 'open' and assignee_id = ${memberId}
         limit ${upTo}) as counted) as mine,
      (select count(*)::int from (select from conversations
         where workspace_id = ${workspaceId} and status = 'open' and assignee_id is null
         limit ${upTo}) as counted) as unassigned,
      (select count(*)::int from (select from conversations
         where workspace_id = ${workspaceId} and status = 'open' limit ${upTo}) as counted) as open,
      (select waiting_since from conversations
        where workspace_id = ${workspaceId} and waiting_since is not null
          and status = 'open' and assignee_id is null
        order by waiting_since limit 1) as "oldestWaitingSince"`.execute(tx);
  const [counts] = rows;
  if (!counts) throw new Error("A count gave no row.");
  return counts;
}

/** The workspaces in which something comes back by itself now, or is given by itself. */
export async function listWorkspacesAtWork(db: Database, now: Date): Promise<WorkspaceId[]> {
  const { rows } = await sql<{ workspace_id: string }>`
    select workspace_id from workspaces_at_work(${now})`.execute(db);
  return rows.map((row) => idOf(row.workspace_id));
}
