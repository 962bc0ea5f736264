import type { AudienceListJson, SegmentJson } from "@galka/contract/json/people/audience";
import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Api } from "../../api/api.ts";
import { useApi } from "../../sync/SyncProvider.tsx";

/** The segments that the member sees; fetched again when one changes. */
export function segmentsQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "segments"],
    queryFn: () => api("listSegments", {}),
    staleTime: Infinity,
  });
}

/** All lists of contacts; fetched again when one changes. */
export function listsQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "audience-lists"],
    queryFn: () => api("listAudienceLists", {}),
    staleTime: Infinity,
  });
}

const NO_SEGMENTS: readonly SegmentJson[] = [];
const NO_LISTS: readonly AudienceListJson[] = [];

export function useSegments(): readonly SegmentJson[] {
  return useQuery(segmentsQuery(useApi())).data?.items ?? NO_SEGMENTS;
}

export function useAudienceLists(): readonly AudienceListJson[] {
  return useQuery(listsQuery(useApi())).data?.items ?? NO_LISTS;
}
