import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

export type ClosingWindow = {
  readonly id: string;
  readonly lastInboundAt: Date;
};

/** Conversations in which somebody waits and whose contact wrote after `since`, the earliest first. */
export async function listClosingWindows(
  tx: Tx,
  workspaceId: WorkspaceId,
  since: Date,
  limit: number,
): Promise<ClosingWindow[]> {
  const { rows } = await sql<ClosingWindow>`
    select c.id, c.last_inbound_at as "lastInboundAt"
      from conversations c
     where c.workspace_id = ${workspaceId} and c.status <> 'closed' 
       and exists (select from waits w where w.workspace_id = c.workspace_id and w.conversation_id = c.id
                    and w.answered_at is null)
       and c.last_inbound_at > ${since}
     order by c.last_inbound_at, c.id
     limit ${limit}`.execute(tx);
  return rows;
}
