import type { TemplateCategoryJson } from "@galka/contract/json/templates/template";
import { pricesFor } from "@galka/core/billing/rates";
import { useLocale } from "../../i18n/use-locale.ts";
import { useWorkspace } from "../../sync/SyncProvider.tsx";

const MICROS = 1_000_000;

export type CategoryPrice = {
  readonly micros: (category: TemplateCategoryJson) => number;
  readonly words: (micros: number) => string;
  readonly market: string;
};

/** What a delivered message of a category costs in the country of the business's own number, as an example. */
export function useCategoryPrice(channelId: string): CategoryPrice {
  const locale = useLocale();
  const phone = useWorkspace((state) => state.channels.get(channelId)?.displayPhone ?? null);
  const prices = pricesFor(phone?.replaceAll(/\D/gu, "") ?? null, 0);
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency: prices.currency,
    maximumFractionDigits: 4,
  });
  return {
    market: prices.market,
    micros: (category) =>
      category === "marketing" ? prices.marketingMicros : prices.utilityMicros,
    words: (micros) => format.format(micros / MICROS),
  };
}
