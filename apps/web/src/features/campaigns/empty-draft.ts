import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import type { CampaignDraftJson, CampaignPlanJson } from "@galka/contract/json/campaigns/plan";
import { PLAIN_PLAN } from "@galka/core/campaigns/plan";

/** What is usual for a first wave: small enough to be lost, long enough to be read. */
export const USUAL_WAVE: NonNullable<CampaignPlanJson["firstWave"]> = {
  percent: 5,
  waitMinutes: 60,
  onGood: "go",
  onBad: "stop",
};

const PLAN: CampaignPlanJson = { ...PLAIN_PLAN, triesLater: true };

/** A campaign of which nothing is decided but its number. */
export function emptyDraft(name: string, channelId: string): CampaignDraftJson {
  return { name, channelId, audience: { of: [], except: [] }, plan: PLAN };
}

/** What of a campaign is written in the editor. */
export function draftOf({ name, channelId, audience, plan }: CampaignJson): CampaignDraftJson {
  return { name, channelId, audience, plan };
}
