import { campaignStateJson, type CampaignStateJson } from "@galka/contract/json/campaigns/campaign";
import {
  type RecipientStateJson,
  recipientStateJson,
} from "@galka/contract/json/campaigns/recipient";

/** The four steps in which a campaign is written. */
export const EDITOR_STEPS = ["who", "what", "when", "check"] as const;
export type EditorStep = (typeof EDITOR_STEPS)[number];

/** What can be seen of a campaign that was launched; its course when the address says nothing. */
export const RUN_TABS = ["course", "people", "replies", "report"] as const;
export type RunTab = (typeof RUN_TABS)[number];

export const MARKS = ["tapped", "answered", "opted-out"] as const;
export type Mark = (typeof MARKS)[number];

/** Which campaigns the list shows. */
export type CampaignsSearch = { readonly state?: CampaignStateJson };

/** What the address of one campaign says beside its id: a link shows a colleague the same. */
export type CampaignSearch = {
  readonly step?: EditorStep;
  readonly tab?: RunTab;
  readonly state?: RecipientStateJson;
  readonly problem?: string;
  readonly mark?: Mark;
};

/** Reads the address; what is not understood is left out. */
export function readCampaignsSearch(search: Record<string, unknown>): CampaignsSearch {
  const state = campaignStateJson.safeParse(search["state"]);
  return state.success ? { state: state.data } : {};
}

/** Reads the address; what is not understood is left out. */
export function readCampaignSearch(search: Record<string, unknown>): CampaignSearch {
  const step = EDITOR_STEPS.find((it) => it === search["step"]);
  const tab = RUN_TABS.find((it) => it === search["tab"]);
  const mark = MARKS.find((it) => it === search["mark"]);
  const state = recipientStateJson.safeParse(search["state"]);
  const problem = search["problem"];
  return {
    ...(step ? { step } : {}),
    ...(tab ? { tab } : {}),
    ...(mark ? { mark } : {}),
    ...(state.success ? { state: state.data } : {}),
    // A number in an address is read as one.
    ...(typeof problem === "string" || typeof problem === "number"
      ? { problem: String(problem) }
      : {}),
  };
}
