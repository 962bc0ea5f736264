import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../../api/api.ts";

export function slaPoliciesQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "sla"],
    queryFn: async () => (await api("listSlaPolicies", {})).items,
  });
}

export function slaAlertsQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "sla-alerts"],
    queryFn: () => api("listSlaAlerts", {}),
  });
}
