import type { MacroStepJson, QuickReplyJson } from "@galka/contract/json/library";
import { unreachable } from "@galka/core/kernel/unreachable";
import { useTranslation } from "react-i18next";
import { useFilterOptions } from "../filters/use-filter-options.ts";

/** Says in one line what a step of a macro does. */
export function useStepWords(replies: readonly QuickReplyJson[]): (step: MacroStepJson) => string {
  const { t } = useTranslation();
  const options = useFilterOptions();
  const nameOf = (list: readonly { value: string; name: string }[], id: string) =>
    list.find(({ value }) => value === id)?.name ?? "–";

  return (step) => {
    switch (step.do) {
      case "send":
        return t("macros.step.send", {
          name: replies.find(({ id }) => id === step.quickReplyId)?.title ?? "–",
        });
      case "note":
        return t("macros.step.note");
      case "label":
        return [
          ...step.add.map((id) => t("macros.step.addLabel", { name: nameOf(options.label, id) })),
          ...step.remove.map((id) =>
            t("macros.step.removeLabel", { name: nameOf(options.label, id) }),
          ),
        ].join(", ");
      case "assign":
        return t("macros.step.assign", { name: nameOf(options.assignee, step.to) });
      case "team":
        return t("macros.step.team", { name: nameOf(options.team, step.to) });
      case "status":
        return t("macros.step.status", { name: t(`filters.status.${step.to}`) });
      case "snooze":
        return t("macros.step.snooze", { count: Math.round(step.minutes / 60) });
      case "priority":
        return t("macros.step.priority", { name: t(`filters.priority.${step.to}`) });
      default:
        return unreachable(step);
    }
  };
}
