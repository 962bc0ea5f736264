import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import type { CampaignDraftJson, CampaignPlanJson } from "@galka/contract/json/campaigns/plan";

/** What is usual for a first wave: small enough to be lost, long enough to be read. */
export const USUAL_WAVE: NonNullable<CampaignPlanJson["firstWave"]> = {
  percent: 5,
  waitMinutes: 60,
  onGood: "go",
  onBad: "stop",
};

const PLAN: CampaignPlanJson = {
  messages: [],
  start: { kind: "now" },
  repeat: null,
  firstWave: null,
  test: null,
  steps: [],
  perMinute: null,
  triesLater: true,
};

/** A campaign of which nothing is decided but its number. */
export function emptyDraft(name: string, channelId: string): CampaignDraftJson {
  return { name, channelId, audience: { of: [], except: [] }, plan: PLAN };
}

/** What of a campaign is written in the editor. */
export function draftOf({ name, channelId, audience, plan }: CampaignJson): CampaignDraftJson {
  return { name, channelId, audience, plan };
}
