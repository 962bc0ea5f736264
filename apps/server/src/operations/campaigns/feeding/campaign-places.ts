import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type CampaignPlace, listCampaignPlaces } from "@galka/postgres/stores/campaigns/places";
import type { App } from "../../../app.ts";

export type CampaignPlaces = {
  /** The numbers with a campaign that is running. */
  readonly channels: readonly CampaignPlace[];
  /** The workspaces with a campaign that anything may happen to. */
  readonly workspaces: readonly WorkspaceId[];
};

/** Where there is something to do for campaigns, in all workspaces. */
export async function findCampaignPlaces(app: App): Promise<CampaignPlaces> {
  const places = await listCampaignPlaces(app.db);
  return {
    channels: places.filter(({ isRunning }) => isRunning),
    workspaces: [...new Set(places.map(({ workspaceId }) => workspaceId))],
  };
}
