import { type ChannelId, type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Database, Tx } from "../../database.ts";

/** A number with campaigns that are under way. */
export type CampaignPlace = {
  readonly workspaceId: WorkspaceId;
  readonly channelId: ChannelId;
  /** Whether one of them is running. */
  readonly isRunning: boolean;
};

/** The numbers with campaigns under way or with figures to add up, of all workspaces. */
export async function listCampaignPlaces(db: Database | Tx): Promise<CampaignPlace[]> {
  const { rows } = await sql<{ workspace_id: string; channel_id: string; running: boolean }>`
    select workspace_id, channel_id, running from campaign_places() order by 1, 2`.execute(db);
  return rows.map((row) => ({
    workspaceId: idOf(row.workspace_id),
    channelId: idOf(row.channel_id),
    isRunning: row.running,
  }));
}
