import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../../../api/api.ts";

/** By which tariff the workspace is charged, and which there are. */
export function tariffsQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "prices", "tariffs"],
    queryFn: () => api("getTariffs", {}),
  });
}
