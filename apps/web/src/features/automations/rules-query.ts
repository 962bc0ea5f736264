import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../../api/api.ts";

/** The rules in their order; fetched again when an event says that they have changed. */
export function rulesQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "rules"],
    queryFn: async () => (await api("listRules", {})).items,
  });
}
