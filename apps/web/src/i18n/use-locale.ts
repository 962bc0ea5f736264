import { useTranslation } from "react-i18next";
import type { DayWords } from "./dates.ts";
import type { Locale } from "./start-i18n.ts";

/** The language of the page, for dates and numbers. */
export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return i18n.language === "ru" ? "ru" : "en";
}

export function useDayWords(): DayWords {
  const { t } = useTranslation();
  return { today: t("time.today"), yesterday: t("time.yesterday") };
}
