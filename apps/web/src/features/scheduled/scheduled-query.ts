import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../../api/api.ts";

/** What waits for its time and what could not be sent at it; fetched again when an event says so. */
export function scheduledQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "scheduled-messages"],
    queryFn: () => api("listScheduled", { query: {} }),
  });
}
