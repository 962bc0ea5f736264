import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../sync/SyncProvider.tsx";

export type Option = { readonly value: string; readonly name: string };

/** What the conditions that choose among the workspace's things can be about. */
export function useFilterOptions(): Readonly<
  Record<"assignee" | "team" | "label" | "channel", readonly Option[]>
> {
  const { t } = useTranslation();
  const members = useWorkspace((state) => state.members);
  const channels = useWorkspace((state) => state.channels);
  return {
    assignee: [
      { value: "me", name: t("filters.me") },
      { value: "nobody", name: t("filters.nobody") },
      ...[...(members?.values() ?? [])].map(({ id, name }) => ({ value: id, name })),
    ],
    team: [
      { value: "mine", name: t("filters.myTeams") },
      { value: "none", name: t("filters.noTeam") },
    ],
    label: [{ value: "none", name: t("filters.noLabel") }],
    channel: [...(channels?.values() ?? [])].map(({ id, name }) => ({ value: id, name })),
  };
}
