import type { TemplateCategoryJson } from "@galka/contract/json/templates/template";
import { unknownAccount } from "@galka/core/billing/charging/account";
import { countryOfDigits, NO_COUNTRY } from "@galka/core/billing/countries";
import { estimateCost } from "@galka/core/billing/estimate-cost";
import { BY_DATE } from "@galka/core/billing/tariffs/tariff-ids";
import { moneyText } from "../../i18n/money.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { useNow } from "../../sync/use-now.ts";

export type CategoryPrice = {
  /** In the country of the own number, unless another is given. */
  readonly micros: (category: TemplateCategoryJson, country?: string) => number;
  readonly words: (micros: number) => string;
  readonly market: string;
};

/**
 * What a delivered message of a category costs by Meta's card in the country of
 * the business's own number, as an example.
 */
export function useCategoryPrice(channelId: string): CategoryPrice {
  const locale = useLocale();
  const now = useNow("halfMinute");
  const phone = useWorkspace((state) => state.channels.get(channelId)?.displayPhone ?? null);
  const home = countryOfDigits(phone?.replaceAll(/\D/gu, "") ?? null);
  const names = new Intl.DisplayNames(locale, { type: "region" });
  return {
    market: home === NO_COUNTRY ? home : (names.of(home) ?? home),
    micros: (category, country = home) => {
      const group = { country, category, count: 1, inWindow: 0, inFreeEntry: 0 };
      const { lines } = estimateCost(now, {
        choice: BY_DATE,
        account: unknownAccount(""),
        numberId: channelId,
        groups: [group],
        counts: new Map(),
        leastDelivered: 1,
      });
      return lines[0]?.mostMicros ?? 0;
    },
    words: (micros) => moneyText(locale, micros, "USD"),
  };
}
