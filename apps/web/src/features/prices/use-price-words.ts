import type { OwnTariffJson } from "@galka/contract/json/prices/prices";
import { CHARGE_REASONS } from "@galka/core/billing/charging/charge";
import { NO_COUNTRY } from "@galka/core/billing/countries";
import { BY_DATE, META_TARIFF_IDS } from "@galka/core/billing/tariffs/tariff-ids";
import { useTranslation } from "react-i18next";
import { moneyText } from "../../i18n/money.ts";
import { useLocale } from "../../i18n/use-locale.ts";

/** As Meta calls them; a name that is none of these is shown as it is. */
const CATEGORIES = [
  "marketing",
  "marketing_lite",
  "utility",
  "authentication",
  "authentication-international",
  "service",
  "referral_conversion",
  "business_initiated",
  "user_initiated",
] as const;
const TYPES = ["regular", "free_customer_service", "free_entry_point", "free_tier"] as const;
const TARIFFS = [BY_DATE, ...META_TARIFF_IDS] as const;
const REGIONS = [
  "north-america",
  "rest-of-africa",
  "rest-of-asia-pacific",
  "rest-of-central-eastern-europe",
  "rest-of-latin-america",
  "rest-of-middle-east",
  "rest-of-western-europe",
  "other",
] as const;

/** The words for what prices are about: money, countries, categories, reasons, tariffs. */
export function usePriceWords() {
  const { t } = useTranslation();
  const locale = useLocale();
  const countries = new Intl.DisplayNames(locale, { type: "region" });
  return {
    money: (micros: number, currency: string) => moneyText(locale, micros, currency),
    /** One price among others: all with as many digits, so that they stand under each other. */
    rate: (micros: number, currency: string) =>
      new Intl.NumberFormat(locale, {
        style: "currency",
        currency,
        minimumFractionDigits: 4,
        maximumFractionDigits: 4,
      }).format(micros / 1_000_000),
    /** One of a few: "A, B or C". */
    anyOf: (names: readonly string[]) =>
      new Intl.ListFormat(locale, { type: "disjunction" }).format(names),
    country: (code: string) =>
      code === NO_COUNTRY ? t("prices.unknownCountry") : countryName(code),
    market: (market: string) => {
      if (/^[A-Z]{2}$/.test(market)) return countryName(market);
      const known = REGIONS.find((it) => it === market);
      return known ? t(`prices.region.${known}`) : market;
    },
    category: (name: string) => {
      const known = CATEGORIES.find((it) => it === name);
      return known ? t(`prices.category.${known}`) : name;
    },
    reason: (name: string) => {
      const known = CHARGE_REASONS.find((it) => it === name);
      return known ? t(`prices.reason.${known}`) : name;
    },
    type: (name: string) => {
      const known = TYPES.find((it) => it === name);
      return known ? t(`prices.type.${known}`) : name;
    },
    tariff: (id: string, own: readonly OwnTariffJson[] = []) => {
      const known = TARIFFS.find((it) => it === id);
      return own.find((it) => it.id === id)?.name ?? (known ? t(`prices.tariff.${known}`) : id);
    },
  };

  function countryName(code: string): string {
    try {
      return countries.of(code) ?? code;
    } catch {
      return code;
    }
  }
}
