import type { Pair } from "@galka/core/billing/charging/book-history";
import type { OpenConversation } from "@galka/core/billing/charging/charge";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/**
 * What was open in these conversations just before a moment, by their id, and
 * when an entry point of theirs was last made use of.
 */
export async function loadPairs(
  tx: Tx,
  workspaceId: WorkspaceId,
  conversationIds: readonly string[],
  before: Date,
): Promise<ReadonlyMap<string, Pair>> {
  if (conversationIds.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    open: OpenConversation[] | null;
    entryUsedAt: Date | null;
  }>`
    select b.conversation_id as id,
           jsonb_agg(b.conversation order by b.delivered_at, b.accepted_at, b.message_id)
             filter (where b.expires_at > ${before}
                       and b.delivered_at >= coalesce(used.at, '-infinity')) as open,
           used.at as "entryUsedAt"
      from bookings b
      left join lateral (
        select max(e.delivered_at) as at from bookings e
         where e.workspace_id = ${workspaceId} and e.conversation_id = b.conversation_id and e.opens
           and e.type = 'free_entry_point' and e.delivered_at < ${before}) used on true
     where b.workspace_id = ${workspaceId} and b.opens and b.delivered_at < ${before}
       and b.conversation_id = any(${[...new Set(conversationIds)]}::uuid[])
     group by b.conversation_id, used.at`.execute(tx);
  return new Map(
    rows.map(({ id, open, entryUsedAt }) => [
      id,
      { open: open ?? [], entryUsedAtMs: entryUsedAt?.getTime() ?? null },
    ]),
  );
}
