import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../../api/api.ts";

/** Fetched again by itself when an event says that somebody has changed them. */
export function satisfactionQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "satisfaction"],
    queryFn: () => api("getSatisfactionSettings", {}),
  });
}
