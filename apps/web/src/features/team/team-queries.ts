import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../../api/api.ts";

/** Fetched again by themselves when an event says that the list has changed. */
export function membersQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "members", "list"],
    queryFn: async () => (await api("listMembers", {})).items,
  });
}

export function invitationsQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "members", "invitations"],
    queryFn: async () => (await api("listInvitations", {})).items,
  });
}

export function rolesQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "roles"],
    queryFn: async () => (await api("listRoles", {})).items,
  });
}

export function teamsQuery(api: Api) {
  return queryOptions({
    queryKey: ["collection", "teams"],
    queryFn: async () => (await api("listTeams", {})).items,
  });
}
