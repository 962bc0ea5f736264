import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { useTeamNames } from "../library/use-team-names.ts";

export type Option = { readonly value: string; readonly name: string };

/** What the conditions that choose among the workspace's things can be about. */
export function useFilterOptions(): Readonly<
  Record<"assignee" | "team" | "label" | "channel", readonly Option[]>
> {
  const { t } = useTranslation();
  const api = useApi();
  const members = useWorkspace((state) => state.members);
  const channels = useWorkspace((state) => state.channels);
  const teams = useTeamNames();
  const { data: labels } = useQuery({
    queryKey: ["collection", "labels"],
    queryFn: () => api("listLabels", {}),
    staleTime: 5 * 60_000,
  });
  return {
    assignee: [
      { value: "me", name: t("filters.me") },
      { value: "nobody", name: t("filters.nobody") },
      ...[...(members?.values() ?? [])].map(({ id, name }) => ({ value: id, name })),
    ],
    team: [
      { value: "mine", name: t("filters.myTeams") },
      { value: "none", name: t("filters.noTeam") },
      ...teams.map(({ id, name }) => ({ value: id, name })),
    ],
    label: [
      { value: "none", name: t("filters.noLabel") },
      ...(labels?.items ?? []).map(({ id, name }) => ({ value: id, name })),
    ],
    channel: [...(channels?.values() ?? [])].map(({ id, name }) => ({ value: id, name })),
  };
}
