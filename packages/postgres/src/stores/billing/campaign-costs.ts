import type { CampaignChange } from "@galka/core/billing/settle-lines";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** What a campaign's messages came to in one currency. */
export type CampaignCost = {
  readonly currency: string;
  readonly amountMicros: number;
  readonly freeCount: number;
};

/** What is booked of these campaigns, by currency; a campaign of which nothing is booked is left out. */
export async function sumCampaigns(
  tx: Tx,
  workspaceId: WorkspaceId,
  campaignIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CampaignCost[]>> {
  if (campaignIds.length === 0) return new Map();
  const { rows } = await sql<CampaignCost & { campaignId: string }>`
    select campaign_id as "campaignId", currency, amount_micros::float8 as "amountMicros",
           free_count::float8 as "freeCount"
      from campaign_costs
     where workspace_id = ${workspaceId} and campaign_id = any(${[...campaignIds]}::uuid[])
       and message_count > 0
     order by campaign_id, currency`.execute(tx);
  const byCampaign = Map.groupBy(rows, ({ campaignId }) => campaignId);
  return new Map(
    [...byCampaign].map(([id, of]) => [
      id,
      of.map(({ currency, amountMicros, freeCount }) => ({ currency, amountMicros, freeCount })),
    ]),
  );
}

export async function addCampaignCosts(
  tx: Tx,
  workspaceId: WorkspaceId,
  changes: readonly CampaignChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    insert into campaign_costs (workspace_id, campaign_id, currency, free_count, amount_micros, message_count)
    select ${workspaceId}, c."campaignId", c.currency, c."freeCount", c."amountMicros", c."messageCount"
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c (
           "campaignId" uuid, currency text, "freeCount" bigint, "amountMicros" bigint, "messageCount" bigint)
     order by 2, 3
    on conflict (workspace_id, campaign_id, currency) do update
       set free_count = campaign_costs.free_count + excluded.free_count,
           amount_micros = campaign_costs.amount_micros + excluded.amount_micros,
           message_count = campaign_costs.message_count + excluded.message_count`.execute(tx);
}
