import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** Above how many people a second person has to agree; null is nobody. */
export async function findApprovalAbove(tx: Tx, workspaceId: WorkspaceId): Promise<number | null> {
  const { rows } = await sql<{ above: number | null }>`
    select approval_above as above from campaign_settings
     where workspace_id = ${workspaceId}`.execute(tx);
  return rows[0]?.above ?? null;
}

export async function saveApprovalAbove(
  tx: Tx,
  workspaceId: WorkspaceId,
  above: number | null,
): Promise<void> {
  await sql`
    insert into campaign_settings (workspace_id, approval_above) values (${workspaceId}, ${above})
    on conflict (workspace_id) do update set approval_above = excluded.approval_above`.execute(tx);
}
