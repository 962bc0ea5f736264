import type { WaveFigures } from "@galka/core/campaigns/first-wave";
import type { Rival } from "@galka/core/campaigns/split-test";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

type Where = { readonly campaignId: string };

/** How far a first wave is: whether anybody of it is still to leave, and when the last did. */
export async function findWaveProgress(
  tx: Tx,
  workspaceId: WorkspaceId,
  { campaignId }: Where,
): Promise<{ readonly left: number; readonly lastAt: Date | null }> {
  const { rows } = await sql<{ left: number; lastAt: Date | null }>`
    select count(*) filter (where state in ('planned', 'queued'))::int as left,
           max(state_at) filter (where state <> 'planned') as "lastAt"
      from campaign_recipients
     where workspace_id = ${workspaceId} and campaign_id = ${campaignId} and step = 0
       and n <= (select wave_size from campaigns where workspace_id = ${workspaceId} and id = ${campaignId})`.execute(
    tx,
  );
  return rows[0] ?? { left: 0, lastAt: null };
}

/** What became of a first wave. */
export async function findWaveFigures(
  tx: Tx,
  workspaceId: WorkspaceId,
  { campaignId }: Where,
): Promise<WaveFigures> {
  const { rows } = await sql<WaveFigures>`
    select count(*) filter (where state in ('sent', 'delivered', 'read'))::int as sent,
           count(*) filter (where state = 'failed')::int as failed,
           count(*) filter (where state = 'failed' and problem = '131026')::int as unreachable,
           count(opted_out_at)::int as "optedOut",
           count(*) filter (where state = 'read')::int as read
      from campaign_recipients
     where workspace_id = ${workspaceId} and campaign_id = ${campaignId} and step = 0
       and n <= (select wave_size from campaigns where workspace_id = ${workspaceId} and id = ${campaignId})`.execute(
    tx,
  );
  return rows[0] ?? { sent: 0, failed: 0, unreachable: 0, optedOut: 0, read: 0 };
}

/** What is usual in the workspace: all its other campaigns of the last ninety days. */
export async function findUsualFigures(
  tx: Tx,
  workspaceId: WorkspaceId,
  { campaignId }: Where,
  now: Date,
): Promise<WaveFigures> {
  const { rows } = await sql<WaveFigures>`
    select coalesce(sum(count) filter (where what in ('sent', 'delivered', 'read')), 0)::int as sent,
           coalesce(sum(count) filter (where what = 'failed'), 0)::int as failed,
           coalesce(sum(count) filter (where what = 'failed 131026'), 0)::int as unreachable,
           coalesce(sum(count) filter (where what = 'opted-out'), 0)::int as "optedOut",
           coalesce(sum(count) filter (where what = 'read'), 0)::int as read
      from campaign_counts
     where workspace_id = ${workspaceId} and campaign_id <> ${campaignId}
       and campaign_id in (select id from campaigns
                            where workspace_id = ${workspaceId}
                              and launched_at > ${now}::timestamptz - interval '90 days')`.execute(
    tx,
  );
  return rows[0] ?? { sent: 0, failed: 0, unreachable: 0, optedOut: 0, read: 0 };
}

/** How the competing templates did among those whom they reached. */
export async function findRivals(
  tx: Tx,
  workspaceId: WorkspaceId,
  { campaignId, by }: Where & { readonly by: "read" | "tap" },
): Promise<Rival[]> {
  const { rows } = await sql<{ variant: number; of: number; hits: number }>`
    select variant, count(*) filter (where state in ('delivered', 'read'))::int as of,
           count(*) filter (where case when ${by}::text = 'read' then state = 'read'
                                       else tapped_at is not null end)::int as hits
      from campaign_recipients
     where workspace_id = ${workspaceId} and campaign_id = ${campaignId} and step = 0
       and variant is not null
       and n <= (select wave_size from campaigns where workspace_id = ${workspaceId} and id = ${campaignId})
     group by variant order by variant`.execute(tx);
  return rows.map(({ variant, of, hits }) => ({
    variant,
    share: { of, hits: Math.min(of, hits) },
  }));
}
