import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../../api/api.ts";

/** Everybody's desk. Fetched again by itself when somebody says that they are there, or away. */
export function desksQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "distribution", "desks"],
    queryFn: async () => (await api("listDesks", {})).items,
  });
}
