import type { SatisfactionJson } from "@galka/contract/json/satisfaction/satisfaction";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { RatingTable } from "./RatingTable.tsx";

/** The figures day by day, folded until somebody wants them. */
export function RatingDays({ days }: Pick<SatisfactionJson, "days">) {
  const { t } = useTranslation();
  const locale = useLocale();
  const dayWords = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  const rows = days.map((it) => ({ ...it, key: it.day, name: dayWords.format(new Date(it.day)) }));
  return (
    <details>
      <summary className="link min-h-6 w-fit cursor-pointer">{t("satisfaction.byDay")}</summary>
      <RatingTable name={t("satisfaction.byDay")} first={t("statistics.day")} rows={rows} />
    </details>
  );
}
