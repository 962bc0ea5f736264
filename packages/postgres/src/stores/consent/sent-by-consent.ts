import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** How many messages went out, each citing the record of the ledger that allowed it. */
export async function listSentBy(
  tx: Tx,
  workspaceId: WorkspaceId,
  recordIds: readonly string[],
): Promise<Map<string, number>> {
  if (recordIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; count: number }>`
    select consent_id as id, count(*)::int as count from sends
     where workspace_id = ${workspaceId} and consent_id = any(${[...recordIds]}::uuid[])
       and state in ('accepted', 'ambiguous', 'dispatching')
     group by consent_id`.execute(tx);
  return new Map(rows.map(({ id, count }) => [id, count]));
}
