import type { AudienceWishJson, PeopleNumberJson } from "@galka/contract/json/people/audience";
import { useTranslation } from "react-i18next";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { usePeopleNumber } from "./use-people-number.ts";

/** How many people an audience has: counted, or about how many and between which ends. */
export function PeopleNumber({ wish }: { readonly wish: AudienceWishJson }) {
  const { t } = useTranslation();
  const { number, isCounting } = usePeopleNumber(wish);
  const words = useNumberWords();
  if (number === null) return null;
  return (
    <span className="tabular-nums">
      {words(number)}
      {isCounting ? ` · ${t("audience.counting")}` : null}
    </span>
  );
}

/** A number of people in words; one that is judged with the ends between which it lies. */
export function useNumberWords(): (number: PeopleNumberJson) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  return (number) => {
    if (number.exact) {
      return t("audience.people", { count: number.count, text: wholeNumber(locale, number.count) });
    }
    const ends = {
      least: wholeNumber(locale, rounded(number.least)),
      most: wholeNumber(locale, rounded(number.most)),
    };
    return t("audience.about", { text: wholeNumber(locale, rounded(number.about)), ...ends });
  };
}

/** No more digits than a sample tells. */
function rounded(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 2);
  return Math.round(value / unit) * unit;
}
