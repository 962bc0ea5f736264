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
  const withShare = (part: number, whole: number) =>
    whole === 0
      ? "–"
      : t("satisfaction.withShare", {
          number: wholeNumber(locale, part),
          share: shareOf(locale, part, whole),
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

/** In whole percent, but for what is near to nobody or to everybody: 99.6 % of many people are not all of them. */
export function shareOf(locale: string, part: number, whole: number): string {
  const share = part / whole;
  const isClose = (share > 0 && share < 0.01) || (share > 0.99 && share < 1);
  const digits = isClose ? { minimumFractionDigits: 1, maximumFractionDigits: 1 } : {};
  // Cut off and not rounded up: 99.96 % are not all of them either.
  const roundingMode = share < 1 && share > 0.99 ? "floor" : "halfExpand";
  const format = { style: "percent", maximumFractionDigits: 0, ...digits, roundingMode } as const;
  return new Intl.NumberFormat(locale, format).format(share);
}

export function averageOf(locale: string, points: number): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return new Intl.NumberFormat(locale, digits).format(points);
}
