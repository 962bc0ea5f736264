import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../../../api/api.ts";

/** Every budget with what is spent of it. */
export function budgetsQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "budgets"],
    queryFn: () => api("listBudgets", {}),
    refetchInterval: 30_000,
  });
}
