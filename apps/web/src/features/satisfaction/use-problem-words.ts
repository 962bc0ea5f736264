import { LIMITS, type SettingsProblem } from "@galka/core/satisfaction/settings";
import { useTranslation } from "react-i18next";
import { useLanguageName } from "./use-language-name.ts";

const FIELDS = [
  "waitMinutes",
  "restDays",
  "channelIds",
  "texts",
  "language",
  "question",
  "thanks",
  "why",
  "listButton",
  "answers",
  "template",
] as const;

/** What keeps the settings from being saved, and where. */
export function useProblemWords(): (problem: SettingsProblem) => string {
  const { t } = useTranslation();
  const languageName = useLanguageName();
  return ({ field, why }) => {
    const [language, ofLanguage] = field.includes(".") ? field.split(".") : [null, field];
    const known = FIELDS.find((it) => it === ofLanguage) ?? "texts";
    const name = t(`satisfaction.field.${known}`);
    const where = language
      ? t("satisfaction.inLanguage", { name, language: languageName(language) })
      : name;
    const most = known === "restDays" ? LIMITS.restDays : LIMITS.waitMinutes;
    return t(`satisfaction.problem.${why}`, { where, most });
  };
}
