import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../../api/api.ts";

/** Fetched again by itself when an event says that somebody's hours have changed. */
export function hoursQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "hours"],
    queryFn: async () => (await api("listHours", {})).items,
  });
}
