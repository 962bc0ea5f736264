import type { SavedViewJson } from "@galka/contract/json/library";
import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Api } from "../../api/api.ts";
import { useApi } from "../../sync/SyncProvider.tsx";

/** The saved views that the member sees, and the teams that `mine` means; fetched again when one changes. */
export function viewsQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "views"],
    queryFn: () => api("listViews", {}),
    staleTime: Infinity,
  });
}

const NONE: readonly SavedViewJson[] = [];
const NO_TEAMS: readonly string[] = [];

export function useViews(): {
  readonly views: readonly SavedViewJson[];
  readonly ownTeamIds: readonly string[];
  readonly loaded: boolean;
} {
  const { data } = useQuery(viewsQuery(useApi()));
  return {
    views: data?.items ?? NONE,
    ownTeamIds: data?.ownTeamIds ?? NO_TEAMS,
    loaded: data !== undefined,
  };
}
