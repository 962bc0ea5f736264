import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** What a campaign's messages came to in one currency. */
export type CampaignCost = {
  readonly currency: string;
  readonly amountMicros: number;
  readonly freeCount: number;
};

/** Everything that is booked of a campaign, by currency; nothing where nothing is. */
export async function sumCampaign(
  tx: Tx,
  workspaceId: WorkspaceId,
  campaignId: string,
): Promise<CampaignCost[]> {
  const { rows } = await sql<CampaignCost>`
    select b.currency, sum(b.amount_micros)::float8 as "amountMicros",
           count(*) filter (where b.amount_micros = 0)::float8 as "freeCount"
      from bookings b
     where b.workspace_id = ${workspaceId} and b.campaign_id = ${campaignId}
     group by b.currency
     order by b.currency`.execute(tx);
  return rows;
}
