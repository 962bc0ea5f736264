import { useTranslation } from "react-i18next";

/** What was done, in words; one that has none is shown by its own name rather than not at all. */
export function useActionWords(): (action: string) => string {
  const { t, i18n } = useTranslation();
  return (action) => {
    const key = `audit.action.${action}`;
    const told = i18n.exists(key) ? i18n.t(key, { defaultValue: action }) : "";
    return told === "" ? t("audit.other", { action: action.replaceAll("-", " ") }) : told;
  };
}
