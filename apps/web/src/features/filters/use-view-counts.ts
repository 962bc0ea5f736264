import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { fetchAgain } from "../../api/fetch-again.ts";
import { useApi, useSync } from "../../sync/SyncProvider.tsx";

const KEY = ["view-counts"] as const;
/** However much happens, the views are not counted more often. */
const PAUSE_MS = 5000;

/** How many conversations each pinned view has; counted again a little after something has changed. */
export function useViewCounts(wanted: boolean): {
  readonly upTo: number;
  readonly counts: ReadonlyMap<string, number>;
} {
  const api = useApi();
  const sync = useSync();
  const queryClient = useQueryClient();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: () => api("countViews", {}),
    enabled: wanted,
  });

  useEffect(() => {
    if (!wanted) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = sync.onEvent(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void fetchAgain(queryClient, KEY);
      }, PAUSE_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [sync, queryClient, wanted]);

  return {
    upTo: data?.upTo ?? 0,
    counts: new Map((data?.items ?? []).map(({ viewId, count }) => [viewId, count])),
  };
}
