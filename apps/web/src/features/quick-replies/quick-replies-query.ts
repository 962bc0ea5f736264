import type { QuickReplyJson } from "@galka/contract/json/library";
import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Api } from "../../api/api.ts";
import { useApi } from "../../sync/SyncProvider.tsx";

/** The quick replies that the member sees; fetched again when one changes. */
export function quickRepliesQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "quick-replies"],
    queryFn: () => api("listQuickReplies", {}),
    staleTime: 5 * 60_000,
  });
}

const NONE: readonly QuickReplyJson[] = [];

export function useQuickReplies(wanted: boolean): readonly QuickReplyJson[] {
  const { data } = useQuery({ ...quickRepliesQuery(useApi()), enabled: wanted });
  return data?.items ?? NONE;
}
