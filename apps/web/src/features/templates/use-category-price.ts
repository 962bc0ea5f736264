import type { TemplateCategoryJson } from "@galka/contract/json/templates/template";
import { NO_COUNTRY } from "@galka/core/billing/countries";
import { useQuery } from "@tanstack/react-query";
import { moneyText } from "../../i18n/money.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { libraryQuery } from "./template-queries.ts";

export type CategoryPrice = {
  readonly words: (category: TemplateCategoryJson) => string;
  readonly market: string;
};

/**
 * What a delivered message of a category costs in the country of the business's
 * own number, as an example, by the workspace's own tariff and currency.
 */
export function useCategoryPrice(channelId: string): CategoryPrice {
  const locale = useLocale();
  const { data } = useQuery(libraryQuery(useApi(), channelId));
  const home = data?.prices.country ?? NO_COUNTRY;
  const names = new Intl.DisplayNames(locale, { type: "region" });
  return {
    market: home === NO_COUNTRY ? home : (names.of(home) ?? home),
    words: (category) => {
      const price = data?.prices.of.find((it) => it.category === category);
      return price ? moneyText(locale, price.micros, price.currency) : "…";
    },
  };
}
