import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

export type ClosingWindow = {
  readonly id: string;
  readonly lastInboundAt: Date;
  /** Digits with the country code; null when none is known. */
  readonly phone: string | null;
  /** Messages that were delivered over its number this month, templates among them. */
  readonly deliveredThisMonth: number;
};

/** Conversations in which somebody waits and whose contact wrote after `since`, the earliest first. */
export async function listClosingWindows(
  tx: Tx,
  workspaceId: WorkspaceId,
  since: Date,
  limit: number,
): Promise<ClosingWindow[]> {
  const { rows } = await sql<ClosingWindow>`
    select c.id, c.last_inbound_at as "lastInboundAt",
           (select i.value from contact_identities i
             where i.workspace_id = c.workspace_id and i.contact_id = c.contact_id and i.kind = 'phone'
             order by i.seen_at desc limit 1) as phone,
           (select coalesce(sum(f.delivered), 0)::int from figure_days f
             where f.workspace_id = c.workspace_id and f.part = 'channel' and f.part_id = c.channel_id
               and f.day >= date_trunc('month', (${since}::timestamptz + interval '1 day')
                                                  at time zone figure_zone(${workspaceId}))::date) as "deliveredThisMonth"
      from conversations c
     where c.workspace_id = ${workspaceId} and c.status <> 'closed' 
       and exists (select from waits w where w.workspace_id = c.workspace_id and w.conversation_id = c.id
                    and w.answered_at is null)
       and c.last_inbound_at > ${since}
     order by c.last_inbound_at, c.id
     limit ${limit}`.execute(tx);
  return rows;
}
