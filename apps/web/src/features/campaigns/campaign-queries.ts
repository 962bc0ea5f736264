import type { CampaignStateJson } from "@galka/contract/json/campaigns/campaign";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Api } from "../../api/api.ts";
import type { CampaignSearch } from "./campaigns-search.ts";

const PAGE = 50;

/** All campaigns, page after page; fetched again when an event says that one has moved. */
export function campaignsQuery(api: Api, state: CampaignStateJson | undefined) {
  return infiniteQueryOptions({
    queryKey: ["campaigns", state ?? "all"],
    queryFn: ({ pageParam, signal }) =>
      api(
        "listCampaigns",
        {
          query: {
            limit: PAGE,
            ...(state ? { state } : {}),
            ...(pageParam ? { cursor: pageParam } : {}),
          },
        },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
}

/** One campaign with its live figures; an event tells when they are others. */
export function campaignQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: ["campaign", id],
    queryFn: () => api("getCampaign", { params: { id } }),
  });
}

const REPORT_EVERY_MS = 10_000;

/** What a campaign has brought; looked at again now and then while it brings more. */
export function reportQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: ["campaign-report", id],
    queryFn: () => api("getCampaignReport", { params: { id } }),
    refetchInterval: REPORT_EVERY_MS,
  });
}

/** Which people of a campaign are meant. */
export type PeopleWish = Pick<CampaignSearch, "state" | "problem" | "mark">;

const PEOPLE_EVERY_MS = 5000;

/** The people of a campaign. Only while the first page is all that is held it is kept fresh: further on nothing shall jump. */
export function recipientsQuery(api: Api, id: string, wish: PeopleWish) {
  return infiniteQueryOptions({
    queryKey: ["campaign-people", id, wish],
    queryFn: ({ pageParam, signal }) =>
      api(
        "listCampaignRecipients",
        {
          params: { id },
          query: { ...wish, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) },
        },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state }) => (state.data?.pages.length === 1 ? PEOPLE_EVERY_MS : false),
  });
}

/** Above how many people a second person has to agree. */
export function campaignSettingsQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "settings", "campaigns"],
    queryFn: () => api("getCampaignSettings", {}),
  });
}
