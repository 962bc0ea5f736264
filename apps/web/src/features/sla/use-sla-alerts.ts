import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../sync/SyncProvider.tsx";
import { slaAlertsQuery } from "./sla-queries.ts";

/** The targets of which the signed-in member is to hear, the latest first. */
export function useSlaAlerts() {
  const { data } = useQuery(slaAlertsQuery(useApi()));
  return { items: data?.items ?? [], unseenCount: data?.unseenCount ?? 0 };
}
