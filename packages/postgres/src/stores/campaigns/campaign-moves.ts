import type { CampaignMove, CampaignState } from "@galka/core/campaigns/life-cycle";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { jsonText } from "../../json-text.ts";

/** One change of a campaign's state. */
export type MoveMade = {
  readonly id: string;
  readonly at: Date;
  readonly move: CampaignMove["move"];
  readonly before: CampaignState;
  readonly after: CampaignState;
  /** Null for what Galka did by itself. */
  readonly memberId: string | null;
  readonly why: unknown;
};

export async function insertMove(
  tx: Tx,
  workspaceId: WorkspaceId,
  campaignId: string,
  made: MoveMade,
): Promise<void> {
  await sql`
    insert into campaign_moves (workspace_id, campaign_id, id, at, move, before, after, member_id, why)
    values (${workspaceId}, ${campaignId}, ${made.id}, ${made.at}, ${made.move}, ${made.before},
            ${made.after}, ${made.memberId}, ${made.why === null ? null : jsonText(made.why)}::jsonb)`.execute(
    tx,
  );
}

/** The life of a campaign, from the beginning. */
export async function listMoves(
  tx: Tx,
  workspaceId: WorkspaceId,
  campaignId: string,
): Promise<MoveMade[]> {
  const { rows } = await sql<MoveMade>`
    select id, at, move, before, after, member_id as "memberId", why from campaign_moves
     where workspace_id = ${workspaceId} and campaign_id = ${campaignId}
     order by at, id`.execute(tx);
  return rows;
}
