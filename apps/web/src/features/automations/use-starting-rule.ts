import type { RuleDraftJson } from "@galka/contract/json/rule";
import { useTranslation } from "react-i18next";
import { EMPTY_RULE, PRESETS, presetRule } from "./editor/presets.ts";

/** The rule that a starting point begins as; null for anything else. */
export function useStartingRule(): (start: string) => RuleDraftJson | null {
  const { t } = useTranslation();
  return (start) => {
    if (start === "empty") return EMPTY_RULE;
    const preset = PRESETS.find((it) => it === start);
    if (!preset) return null;
    return presetRule(preset, {
      name: t(`automations.preset.${preset}.name`),
      // A reminder writes nothing to the contact.
      text:
        preset === "reminder"
          ? ""
          : t(`automations.preset.${preset}.text`, { firstName: "{{first_name}}" }),
      phrases: t("automations.preset.keyword.phrases").split("\n"),
    });
  };
}
