import type { ContactFieldJson } from "@galka/contract/json/people";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../sync/SyncProvider.tsx";

const NONE: readonly ContactFieldJson[] = [];

/** The fields that the workspace keeps of its contacts; none while they are on their way. */
export function useContactFields(): readonly ContactFieldJson[] {
  const api = useApi();
  const query = useQuery({
    queryKey: ["collection", "contact-fields"],
    queryFn: () => api("listContactFields", {}),
  });
  return query.data?.items ?? NONE;
}
