import type { SlaPolicyJson } from "@galka/contract/json/sla";
import { useTranslation } from "react-i18next";
import { useFilterOptions } from "../filters/use-filter-options.ts";

/** For which conversations a policy is, by the names of what it chooses. */
export function useScopeWords(): (scope: SlaPolicyJson["scope"]) => string {
  const { t } = useTranslation();
  const options = useFilterOptions();
  const names = (of: "channel" | "team" | "label", ids: readonly string[]) =>
    ids.map((id) => options[of].find(({ value }) => value === id)?.name ?? t("sla.gone"));
  return ({ channelIds, teamIds, priorities, labelIds }) => {
    const said = [
      names("channel", channelIds),
      names("team", teamIds),
      priorities.map((it) => t(`filters.priority.${it}`)),
      names("label", labelIds),
    ].filter((words) => words.length > 0);
    if (said.length === 0) return t("sla.everything");
    return said.map((words) => words.join(", ")).join(" · ");
  };
}
