import type { MemberId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** The teams that a member is in. */
export async function listTeamIdsOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  memberId: MemberId,
): Promise<string[]> {
  const { rows } = await sql<{ team_id: string }>`
    select team_id from team_members
     where workspace_id = ${workspaceId} and member_id = ${memberId}
     order by team_id`.execute(tx);
  return rows.map((row) => row.team_id);
}
