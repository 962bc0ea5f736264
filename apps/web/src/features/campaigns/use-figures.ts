import { moneyInColumn, moneyText } from "../../i18n/money.ts";
import { money, wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";

const MICROS = 1_000_000;

/** The figures of campaigns as the language writes them. */
export function useFigures() {
  const locale = useLocale();
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const regions = new Intl.DisplayNames([locale], { type: "region" });
  return {
    count: (value: number) => wholeNumber(locale, value),
    /** A share from 0 to 1. */
    share: (value: number) => percent.format(value),
    /** So many of so many, in percent; nothing of nothing is nothing. */
    shareOf: (part: number, whole: number) => percent.format(whole === 0 ? 0 : part / whole),
    money: (minor: number, currency: string) => money(locale, minor, currency),
    /** What one of many costs: in parts of a cent only where cents would say little. */
    each: (amount: number, currency: string) =>
      amount < MICROS / 10
        ? moneyText(locale, amount, currency)
        : moneyInColumn(locale, amount, { currency, digits: 2 }),
    /** From so much to so much, or what both are. */
    moneyRange: (least: number, most: number, currency: string) =>
      least === most
        ? money(locale, least, currency)
        : `${money(locale, least, currency)} – ${money(locale, most, currency)}`,
    microsRange: (least: number, most: number, currency: string) => {
      const format = new Intl.NumberFormat(locale, { style: "currency", currency });
      const one = format.format(least / MICROS);
      const other = format.format(most / MICROS);
      return one === other ? one : `${one} – ${other}`;
    },
    /** A country by its two letters; null where it is not known. */
    country: (code: string) => (code === "ZZ" ? null : (regions.of(code) ?? code)),
    speed: (perSecond: number) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: perSecond < 10 ? 1 : 0 }).format(
        perSecond,
      ),
  };
}
