import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** The latest answer of Galka's to one of these words that stopped, if it reached the channel; null when there is none. */
export async function findStopAnswer(
  tx: Tx,
  workspaceId: WorkspaceId,
  stopMessageIds: readonly string[],
): Promise<{ readonly id: string; readonly text: string } | null> {
  if (stopMessageIds.length === 0) return null;
  const { rows } = await sql<{ id: string; text: string }>`
    select id, content ->> 'text' as text from messages
     where workspace_id = ${workspaceId} and client_id = any(${[...stopMessageIds]}::uuid[])
       and author_system = 'consent' and status in ('sent', 'delivered', 'read')
     order by at desc, id desc limit 1`.execute(tx);
  return rows[0] ?? null;
}
