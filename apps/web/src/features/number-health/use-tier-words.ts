import { tierLimit } from "@galka/core/health/tier";
import { useTranslation } from "react-i18next";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";

/** A messaging limit as people: nobody has to know what Meta calls it. What it calls anew is shown as it is. */
export function useTierWords(): (name: string | null) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  return (name) => {
    const { isKnown, people } = tierLimit(name);
    if (!isKnown) return name ?? "–";
    return people === null
      ? t("health.tier.noLimit")
      : t("health.tier.aDay", { limit: wholeNumber(locale, people) });
  };
}
