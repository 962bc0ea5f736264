import { countryOfDigits } from "./countries.ts";

/**
 * A market of Meta's rate cards: a country's ISO code, or one of the regions.
 *
 * Meta: the market follows from the recipient's calling code, never from the
 * business, docs/…/pricing ("Country calling codes"), read 2026-11.
 */
export type Market = string;

export const REGION_NAMES = {
  NORTH_AMERICA: "North America",
  REST_OF_AFRICA: "Rest of Africa",
  REST_OF_ASIA_PACIFIC: "Rest of Asia Pacific",
  REST_OF_EASTERN_EUROPE: "Rest of Central & Eastern Europe",
  REST_OF_LATIN_AMERICA: "Rest of Latin America",
  REST_OF_MIDDLE_EAST: "Rest of Middle East",
  REST_OF_WESTERN_EUROPE: "Rest of Western Europe",
  OTHER: "Other",
} as const;

export type Region = keyof typeof REGION_NAMES;

const REGIONS: Readonly<Record<Exclude<Region, "OTHER">, string>> = {
  NORTH_AMERICA: "US CA",
  REST_OF_AFRICA:
    "DZ AO BJ BW BF BI CM TD CG ER ET GA GM GH GW CI KE LS LR LY MG MW ML MR MA MZ NA NE RW SN SL SO SS SD SZ TZ TG TN UG ZM ZW",
  REST_OF_ASIA_PACIFIC: "AF AU BD KH CN HK JP LA MN NP NZ PG PH SG LK TW TJ TH TM UZ VN",
  REST_OF_EASTERN_EUROPE: "AL AM AZ BY BG HR CZ GE GR HU LV LT MD MK PL RO RS SK SI UA",
  REST_OF_LATIN_AMERICA: "BO CR DO EC SV GT HT HN JM NI PA PY PR UY VE",
  REST_OF_MIDDLE_EAST: "BH IQ JO KW LB OM QA YE",
  REST_OF_WESTERN_EUROPE: "AT BE DK FI IE NO PT SE CH",
};

const REGION_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(REGIONS).flatMap(([region, countries]) =>
    countries.split(" ").map((country) => [country, region] as const),
  ),
);

/** Meta: Zimbabwe moved from "Other" to "Rest of Africa" on 2025-10-01, docs/…/pricing, read 2026-11. */
const ZIMBABWE_MOVED = "2025-10-01";

/** Which markets a rate card has, and from which day it is in force. */
export type MarketList = {
  readonly from: string;
  readonly has: (market: Market) => boolean;
};

/**
 * The market of a recipient's number on a rate card.
 *
 * Kazakhstan shares +7 with Russia and was billed as Russia until it got a market.
 */
export function marketOf(digits: string, card: MarketList): Market {
  const country = countryOfDigits(digits);
  if (card.has(country)) return country;
  if (country === "KZ") return "RU";
  if (country === "ZW" && card.from < ZIMBABWE_MOVED) return "OTHER";
  return REGION_OF.get(country) ?? "OTHER";
}

const NAMES = new Intl.DisplayNames("en", { type: "region" });

/** The market's name in English. */
export function marketName(market: Market): string {
  const region = Object.entries(REGION_NAMES).find(([key]) => key === market);
  return region?.[1] ?? NAMES.of(market) ?? market;
}
