import { type CampaignDraftJson, campaignDraftJson } from "@galka/contract/json/campaigns/plan";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { useRested } from "../../../api/use-rested.ts";
import { askedOf } from "./use-forecast.ts";

const PAUSE_MS = 400;

/** The final texts of some people of the audience; those for whom something is missing come first. */
export function usePeopleTexts(draft: CampaignDraftJson, variant: number) {
  const api = useApi();
  const asked = useRested(askedOf(draft), PAUSE_MS);
  const body = campaignDraftJson.safeParse(JSON.parse(asked));
  const has = body.success && body.data.plan.messages[variant] !== undefined;
  return useQuery({
    queryKey: ["campaign-texts", asked, variant],
    queryFn: ({ signal }) => {
      if (!body.success) throw body.error;
      return api("previewCampaign", { body: { draft: body.data, variant } }, { signal });
    },
    enabled: has,
    placeholderData: keepPreviousData,
    retry: false,
  });
}
