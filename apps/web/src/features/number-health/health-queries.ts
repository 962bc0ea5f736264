import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Api } from "../../api/api.ts";

export function healthSummariesQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "health", "all"],
    queryFn: async () => (await api("listNumberHealth", {})).items,
  });
}

export function numberHealthQuery(api: Api, channelId: string) {
  return queryOptions({
    queryKey: ["collection", "health", channelId],
    queryFn: () => api("getNumberHealth", { params: { id: channelId } }),
    refetchInterval: 30_000,
  });
}

const BEGINNING: string | null = null;

export function healthHistoryQuery(api: Api, channelId: string) {
  return infiniteQueryOptions({
    queryKey: ["collection", "health", channelId, "history"],
    queryFn: ({ pageParam }) =>
      api("listHealthHistory", {
        params: { id: channelId },
        query: { limit: 20, ...(pageParam !== null && { before: pageParam }) },
      }),
    initialPageParam: BEGINNING,
    getNextPageParam: ({ next }) => next,
  });
}
