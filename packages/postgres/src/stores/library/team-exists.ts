import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

export async function teamExists(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from teams where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  return rows.length > 0;
}
