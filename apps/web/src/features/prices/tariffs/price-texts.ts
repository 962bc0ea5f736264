import type { OwnTariffJson } from "@galka/contract/json/prices/prices";
import { kindsOfUnit } from "@galka/core/billing/tariffs/own-tariff";
import { microsOf, unitsOf } from "../amount-text.ts";

type Price = OwnTariffJson["prices"][number];

/** Prices as they are typed: by market, then by what they are for. */
export type PriceTexts = ReadonlyMap<string, Readonly<Partial<Record<Price["kind"], string>>>>;

const OTHER = "other";

export function textsOfPrices(prices: readonly Price[]): PriceTexts {
  const texts = new Map<string, Partial<Record<Price["kind"], string>>>([[OTHER, {}]]);
  for (const { market, kind, micros } of prices) {
    texts.set(market, { ...texts.get(market), [kind]: unitsOf(micros) });
  }
  return texts;
}

/** What is typed as prices; null while one of them is no amount. Empty is no price. */
export function pricesOfTexts(unit: OwnTariffJson["unit"], texts: PriceTexts): Price[] | null {
  const prices = [...texts].flatMap(([market, row]) =>
    kindsOfUnit(unit).flatMap((kind) => {
      const text = row[kind]?.trim() ?? "";
      return text === "" ? [] : [{ market, kind, micros: microsOf(text) }];
    }),
  );
  return prices.some(({ micros }) => Number.isNaN(micros)) ? null : prices;
}
