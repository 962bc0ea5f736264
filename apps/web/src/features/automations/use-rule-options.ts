import { useQuery } from "@tanstack/react-query";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import type { Option } from "../../ui/controls/Select.tsx";
import { useLabels } from "../labels/labels-query.ts";
import { useContactFields } from "../people/use-contact-fields.ts";
import { useAssignees } from "../work/use-assignees.ts";
import { teamsQuery } from "../team/team-queries.ts";

export type RuleOptions = Readonly<
  Record<"members" | "assignees" | "teams" | "labels" | "channels" | "fields", readonly Option[]>
>;

/** The workspace's things that a rule can be about, by name. */
export function useRuleOptions(): RuleOptions {
  const api = useApi();
  const members = useWorkspace((state) => state.members);
  const channels = useWorkspace((state) => state.channels);
  const teams = useQuery(teamsQuery(api)).data ?? [];
  return {
    assignees: useAssignees().map(named),
    members: [...(members?.values() ?? [])].map(named),
    channels: [...(channels?.values() ?? [])].map(named),
    teams: teams.map(named),
    labels: useLabels().map(named),
    fields: useContactFields().map(({ name }) => ({ value: name, name })),
  };
}

function named({ id, name }: { readonly id: string; readonly name: string }): Option {
  return { value: id, name };
}
