import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** What a campaign is chosen by. */
export type CampaignName = {
  readonly id: string;
  readonly name: string;
  /** When its audience was frozen; null before. */
  readonly startedAt: Date | null;
};

/** Campaigns by a part of their name, or those with these ids; the newest first. */
export async function listCampaignNames(
  tx: Tx,
  workspaceId: WorkspaceId,
  wish: {
    readonly part?: string | undefined;
    readonly ids?: readonly string[] | undefined;
    readonly limit: number;
  },
): Promise<CampaignName[]> {
  const { rows } = await sql<CampaignName>`
    select id, name, frozen_at as "startedAt" from campaigns
     where workspace_id = ${workspaceId}
       and strpos(lower(name), lower(${wish.part ?? ""}::text)) > 0
       and (${wish.ids ?? null}::uuid[] is null or id = any(${wish.ids ?? null}::uuid[]))
     order by created_at desc, id desc limit ${wish.limit}`.execute(tx);
  return rows;
}
