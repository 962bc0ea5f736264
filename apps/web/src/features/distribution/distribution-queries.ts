import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../../api/api.ts";

export function policiesQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "distribution", "policies"],
    queryFn: async () => (await api("listPolicies", {})).items,
  });
}

/** No event tells these numbers, so whoever looks at them asks again every so often. */
export function workCountsQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "distribution", "counts"],
    queryFn: () => api("getWorkCounts", {}),
    refetchInterval: 15_000,
  });
}
