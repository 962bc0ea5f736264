import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import type { TierUse } from "@galka/core/health/tier";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/**
 * How much of the account's tier is used and spoken for.
 *
 * Used is whoever was written to first in the last 24 hours by any number of the
 * account; what was refused counts too, for nobody can see what Meta counted.
 * Reserved is whoever something waits for and who would be one more.
 */
export async function findTierUse(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  now: Date,
): Promise<TierUse> {
  const { rows } = await sql<TierUse>`
    with account as (
      select c.waba_id, c.facts ->> 'tier' as tier from channels c
       where c.workspace_id = ${workspaceId} and c.id = ${channelId}
    ), waiting as (
      select distinct s.recipient
        from account a
        join channels c on c.workspace_id = ${workspaceId} and c.waba_id = a.waba_id
        join sends s on s.workspace_id = ${workspaceId} and s.channel_id = c.id
                    and s.state in ('queued', 'claimed') and s.kind = 'message' and s.purpose <> 'service'
        join messages m on m.workspace_id = ${workspaceId} and m.id = s.message_id
        join conversations v on v.workspace_id = ${workspaceId} and v.id = m.conversation_id
       where (v.last_inbound_at is null or v.last_inbound_at <= ${now}::timestamptz - interval '24 hours')
         and not exists (
           select from tier_people p
            where p.workspace_id = ${workspaceId} and p.waba_id = a.waba_id
              and p.recipient = s.recipient and p.at > ${now}::timestamptz - interval '24 hours')
    )
    select a.tier,
           (select count(*)::int from tier_people p
             where p.workspace_id = ${workspaceId} and p.waba_id = a.waba_id
               and p.at > ${now}::timestamptz - interval '24 hours') as used,
           (select count(*)::int from waiting) as reserved
      from account a`.execute(tx);
  return rows[0] ?? { tier: null, used: 0, reserved: 0 };
}

export type Freed = { readonly at: Date; readonly count: number };

/** When people stop counting whom the account wrote to first, by the hour: how the budget comes back. */
export async function listFreed(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  now: Date,
): Promise<Freed[]> {
  const { rows } = await sql<Freed>`
    select date_trunc('hour', p.at) + interval '25 hours' as at, count(*)::int as count
      from channels c
      join tier_people p on p.workspace_id = ${workspaceId} and p.waba_id = c.waba_id
     where c.workspace_id = ${workspaceId} and c.id = ${channelId}
       and p.at > ${now}::timestamptz - interval '24 hours'
     group by 1 order by 1`.execute(tx);
  return rows;
}

/** Forgets whom nobody counts any more. */
export async function forgetTierPeople(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<void> {
  await sql`
    delete from tier_people
     where workspace_id = ${workspaceId} and at < ${now}::timestamptz - interval '48 hours'`.execute(
    tx,
  );
}
