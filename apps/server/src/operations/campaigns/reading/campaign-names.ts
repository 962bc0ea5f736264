import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import {
  type CampaignName,
  listCampaignNames,
} from "@galka/postgres/stores/campaigns/campaign-names";
import type { App } from "../../../app.ts";

/**
 * What campaigns are called, for whoever reads conversations: who answered one
 * is asked in the inbox, by members who have nothing to do with campaigns.
 */
export async function readCampaignNames(
  app: App,
  member: Member,
  wish: Parameters<typeof listCampaignNames>[2],
): Promise<{ readonly items: readonly CampaignName[] } | Refused<"forbidden">> {
  if (!may(member, "conversations.read") && !may(member, "campaigns.manage")) {
    return { refused: "forbidden" };
  }
  const { workspaceId } = member;
  return {
    items: await inWorkspace(app.db, workspaceId, (tx) => listCampaignNames(tx, workspaceId, wish)),
  };
}
