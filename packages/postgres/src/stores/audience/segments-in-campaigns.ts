import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** Which of these segments a campaign's audience is made of: whoever sees campaigns knows that they are there. */
export async function findSegmentsInCampaigns(
  tx: Tx,
  workspaceId: WorkspaceId,
  segmentIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from unnest(${[...segmentIds]}::text[]) as s (id)
     where exists (
       select from campaigns c
        where c.workspace_id = ${workspaceId}
          and jsonb_path_exists(c.audience, '$.**.segmentId ? (@ == $id)', jsonb_build_object('id', s.id)))`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}
