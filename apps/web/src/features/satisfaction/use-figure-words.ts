import type { SatisfactionCountsJson } from "@galka/contract/json/satisfaction/satisfaction";
import { unreachable } from "@galka/core/kernel/unreachable";
import { useTranslation } from "react-i18next";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";

export type Counts = Omit<SatisfactionCountsJson, "day">;
export type Figure = "asked" | "answered" | "average" | "satisfied";

/** A figure as people read it: a number with its share, or a dash where there is nothing to divide by. */
export function useFigureWords(): (figure: Figure, counts: Counts) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  const share = (part: number, whole: number) =>
    new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(
      part / whole,
    );
  const withShare = (part: number, whole: number) =>
    whole === 0
      ? "–"
      : t("satisfaction.withShare", {
          number: wholeNumber(locale, part),
          share: share(part, whole),
        });
  return (figure, { closed, asked, answered, satisfied, points }) => {
    switch (figure) {
      case "asked":
        return withShare(asked, closed);
      case "answered":
        return withShare(answered, asked);
      case "satisfied":
        return withShare(satisfied, answered);
      case "average":
        return answered === 0 ? "–" : averageOf(locale, points / answered);
      default:
        return unreachable(figure);
    }
  };
}

export function averageOf(locale: string, points: number): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return new Intl.NumberFormat(locale, digits).format(points);
}
