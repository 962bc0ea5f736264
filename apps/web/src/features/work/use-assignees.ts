import type { TeamJson } from "@galka/contract/json/team";
import type { MemberJson } from "@galka/contract/json/workspace";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { rolesQuery } from "../team/team-queries.ts";
import { assignable } from "./assignable.ts";

/** Whom conversations can be given to, those of the team first; who may not answer is not offered. */
export function useAssignees(
  team: Pick<TeamJson, "memberIds"> | null = null,
): readonly MemberJson[] {
  const { data: roles } = useQuery(rolesQuery(useApi()));
  const members = useWorkspace((state) => state.members);
  return assignable(members?.values() ?? [], roles ?? [], team);
}

/** The same as what one chooses from, with oneself and nobody before them. */
export function useAssigneeOptions(): readonly { readonly value: string; readonly name: string }[] {
  const { t } = useTranslation();
  return [
    { value: "me", name: t("filters.me") },
    { value: "nobody", name: t("filters.nobody") },
    ...useAssignees().map(({ id, name }) => ({ value: id, name })),
  ];
}
