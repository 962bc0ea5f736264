import type { MeasureJson, StatisticsJson } from "@galka/contract/json/statistics";
import { useTranslation } from "react-i18next";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { MEASURES, sumOf } from "./measures.ts";

type Props = {
  readonly statistics: StatisticsJson;
  readonly onOpen: (measure: MeasureJson) => void;
};

/** The sums of the period, each with what it means and how it was before. */
export function CountTiles({ statistics, onOpen }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const sums = sumOf(statistics.days);
  return (
    <ul className="grid grid-cols-1 gap-3 min-[520px]:grid-cols-2 min-[900px]:grid-cols-3">
      {MEASURES.map((measure) => {
        const before = statistics.before[measure];
        return (
          <li key={measure} className="rounded-bubble border bg-surface p-4">
            <h2 className="text-list font-medium text-ink-2">{t(`statistics.${measure}.name`)}</h2>
            <button
              type="button"
              className="link text-[24px]/[32px] font-semibold tabular-nums"
              aria-label={t("statistics.openBehind", {
                what: t(`statistics.${measure}.name`),
                number: wholeNumber(locale, sums[measure]),
              })}
              onClick={() => onOpen(measure)}
            >
              {wholeNumber(locale, sums[measure])}
            </button>
            <p className="text-list text-ink-2">
              {before > 0
                ? t("statistics.before", {
                    number: wholeNumber(locale, before),
                    change: changeText(locale, sums[measure] / before - 1),
                  })
                : t("statistics.noneBefore")}
            </p>
            <p className="mt-2 text-list text-ink-3">{t(`statistics.${measure}.definition`)}</p>
          </li>
        );
      })}
    </ul>
  );
}

function changeText(locale: string, change: number): string {
  return new Intl.NumberFormat(locale, {
    style: "percent",
    signDisplay: "exceptZero",
    maximumFractionDigits: 0,
  }).format(change);
}
