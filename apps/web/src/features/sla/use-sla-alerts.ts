import { useQuery } from "@tanstack/react-query";
import { useMay } from "../../api/use-may.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { slaAlertsQuery } from "./sla-queries.ts";

/** The targets of which the signed-in member is to hear, the latest first. */
export function useSlaAlerts() {
  const enabled = useMay()("conversations.read");
  const { data } = useQuery({ ...slaAlertsQuery(useApi()), enabled });
  return { items: data?.items ?? [], unseenCount: data?.unseenCount ?? 0 };
}
