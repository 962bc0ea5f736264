import type { LabelJson } from "@galka/contract/json/thread";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../sync/SyncProvider.tsx";

/** Every label of the workspace, by name; none until they are here. */
export function useLabels(): readonly LabelJson[] {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ["collection", "labels"],
    queryFn: () => api("listLabels", {}),
    staleTime: Infinity,
  });
  return data?.items ?? NONE;
}

const NONE: readonly LabelJson[] = [];
