import type { CampaignForecastJson } from "@galka/contract/json/campaigns/forecast";
import { type CampaignDraftJson, campaignDraftJson } from "@galka/contract/json/campaigns/plan";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { useRested } from "../../../api/use-rested.ts";

const PAUSE_MS = 400;
/** What runs beside it changes the forecast too. */
const AGAIN_MS = 30_000;

/** What is forecast of what is written, a moment after it was written; null until it is known. */
export function useForecast(draft: CampaignDraftJson): {
  readonly forecast: CampaignForecastJson | null;
  readonly error: unknown;
  readonly isOld: boolean;
} {
  const api = useApi();
  const asked = useRested(askedOf(draft), PAUSE_MS);
  const body = campaignDraftJson.safeParse(JSON.parse(asked));
  const query = useQuery({
    queryKey: ["campaign-forecast", asked],
    queryFn: ({ signal }) => {
      if (!body.success) throw body.error;
      return api("forecastCampaign", { body: body.data }, { signal });
    },
    enabled: body.success,
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
    retry: false,
  });
  return {
    forecast: query.data ?? null,
    error: query.isError ? query.error : null,
    isOld: query.isPlaceholderData || query.isFetching || asked !== askedOf(draft),
  };
}

/** What a campaign is called changes nothing of what it does. */
export function askedOf(draft: CampaignDraftJson): string {
  return JSON.stringify({ ...draft, name: "-" });
}
