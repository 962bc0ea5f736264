import { type CampaignDraftJson, campaignDraftJson } from "@galka/contract/json/campaigns/plan";

const KEY = "galka.campaign.";

/** What was written into a campaign and has not reached the server: it survives a reload and a lost line. */
export const keptCampaigns = {
  read: (id: string): CampaignDraftJson | null => {
    try {
      const parsed = campaignDraftJson.safeParse(
        JSON.parse(localStorage.getItem(KEY + id) ?? "null"),
      );
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  },
  write: (id: string, draft: CampaignDraftJson): void => {
    try {
      localStorage.setItem(KEY + id, JSON.stringify(draft));
    } catch {
      // A full or forbidden storage costs the survival of a reload, not what is on the screen.
    }
  },
  forget: (id: string): void => {
    try {
      localStorage.removeItem(KEY + id);
    } catch {
      // Nothing was kept where storage is forbidden.
    }
  },
} as const;
