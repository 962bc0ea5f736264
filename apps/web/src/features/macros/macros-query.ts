import type { MacroJson } from "@galka/contract/json/library";
import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Api } from "../../api/api.ts";
import { useApi } from "../../sync/SyncProvider.tsx";

/** The macros that the member sees; fetched again when one changes. */
export function macrosQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "macros"],
    queryFn: () => api("listMacros", {}),
    staleTime: 5 * 60_000,
  });
}

const NONE: readonly MacroJson[] = [];

export function useMacros(wanted: boolean): readonly MacroJson[] {
  const { data } = useQuery({ ...macrosQuery(useApi()), enabled: wanted });
  return data?.items ?? NONE;
}
