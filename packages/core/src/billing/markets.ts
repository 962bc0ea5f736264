import type { RateCard } from "./cards/rate-card.ts";

/** Where a price holds: a country in two letters, one of these regions, or `other`, which is everywhere else. */
export type Market = string;

/**
 * The regions of Meta's cards for the countries without a price of their own.
 * Not every neighbor is listed: Congo with its capital in Kinshasa (+243) is `other`,
 * the one of Brazzaville (+242) is not.
 *
 * Meta: "Country calling codes", docs/…/pricing, read 2026-11.
 */
const COUNTRIES_OF = {
  "north-america": "CA US",
  "rest-of-africa":
    "AO BF BI BJ BW CG CI CM DZ ER ET GA GH GM GW KE LR LS LY MA MG ML MR MW MZ NA NE RW SD SL SN SO SS SZ TD TG TN TZ UG ZM ZW",
  "rest-of-asia-pacific": "AF AU BD CN HK JP KH LA LK MN NP NZ PG PH SG TH TJ TM TW UZ VN",
  "rest-of-central-eastern-europe": "AL AM AZ BG BY CZ GE GR HR HU LT LV MD MK PL RO RS SI SK UA",
  "rest-of-latin-america": "BO CR DO EC GT HN HT JM NI PA PR PY SV UY VE",
  "rest-of-middle-east": "BH IQ JO KW LB OM QA YE",
  "rest-of-western-europe": "AT BE CH DK FI IE NO PT SE",
} as const;

export const OTHER_MARKET = "other";

const REGION_OF = new Map<string, Market>(
  Object.entries(COUNTRIES_OF).flatMap(([region, countries]) =>
    countries.split(" ").map((country) => [country, region] as const),
  ),
);

// Meta: Zimbabwe joined "Rest of Africa" on 2025-10-01, docs/…/pricing, read 2026-11.
const ZIMBABWE_JOINED = "2025-10-01";

/**
 * The market of a country on a card. It follows from whom one writes to, never
 * from where the business is.
 *
 * Kazakhstan has Russia's calling code, and its price on cards where it has no own.
 */
export function marketOf(country: string, card: RateCard): Market {
  const candidates = [country, country === "KZ" ? "RU" : null, regionOf(country, card.from)];
  return candidates.find((it) => it !== null && card.rates.has(it)) ?? OTHER_MARKET;
}

function regionOf(country: string, day: string): Market | null {
  if (country === "ZW" && day < ZIMBABWE_JOINED) return null;
  return REGION_OF.get(country) ?? null;
}
