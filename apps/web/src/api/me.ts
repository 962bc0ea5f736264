import type { MeJson } from "@galka/contract/json/workspace";
import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { useApi } from "../sync/SyncProvider.tsx";
import type { Api } from "./api.ts";

/** Who is signed in: asked once, changed by what the member changes. */
export function meQuery(api: Api) {
  return queryOptions({
    queryKey: ["me"],
    queryFn: () => api("getMe", {}),
    staleTime: Infinity,
  });
}

/** Who is signed in, below a page that made sure somebody is. */
export function useMe(): MeJson {
  const api = useApi();
  return useSuspenseQuery(meQuery(api)).data;
}
