import type { BillingAccount } from "./charging/account.ts";
import type { ChargeReason } from "./charging/charge.ts";
import { dayTeller } from "./charging/day-of.ts";
import type { BilledCategory } from "./charging/delivery.ts";
import { type PricedMany, priceMany, type ReaderStanding } from "./charging/price-many.ts";
import { type TariffChoice, type Terms, termsOf } from "./charging/terms.ts";
import { toMinor } from "./money.ts";

/** People of one country who shall get a message of one category. */
export type EstimateGroup = {
  /** In two letters; `countryOfDigits` tells it from a phone number. */
  readonly country: string;
  readonly category: BilledCategory;
  readonly count: number;
  /** How many of them wrote within the last 24 hours. */
  readonly inWindow: number;
  /** How many are in the free window that an advertisement opened. */
  readonly inFreeEntry: number;
};

/** What a plan would send, and by what it would be charged. */
export type EstimateWish = {
  readonly choice: TariffChoice;
  readonly account: BillingAccount;
  readonly numberId: string;
  readonly groups: readonly EstimateGroup[];
  /** What the month has had already: free answers, volume tiers. */
  readonly counts: ReadonlyMap<string, number>;
  /** The least share of messages that reach a phone, from 0 to 1: what does not arrive is not charged. */
  readonly leastDelivered: number;
};

/** One country and category of an estimate. */
export type EstimateLine = {
  readonly country: string;
  readonly market: string;
  readonly category: BilledCategory;
  readonly currency: string;
  readonly count: number;
  readonly leastMicros: number;
  readonly mostMicros: number;
  /** How many cost nothing as things stand. */
  readonly freeCount: number;
  /** Why those are free; null when none is. */
  readonly freeBecause: ChargeReason | null;
};

/** The sums of an estimate in one currency. */
export type EstimateTotal = {
  readonly currency: string;
  readonly leastMinor: number;
  readonly mostMinor: number;
  readonly count: number;
  readonly freeCount: number;
};

export type Estimate = {
  readonly lines: readonly EstimateLine[];
  /** One for each currency: an account in rupees pays for other countries in dollars. */
  readonly totals: readonly EstimateTotal[];
};

/**
 * What a plan costs at least and at most if it is sent now.
 *
 * At most: every message is delivered, and every window has closed before its
 * message comes. At least: `leastDelivered` of them are, and what is free as
 * things stand stays free. Volume tiers and the month's free ones are used up
 * in the order of the groups.
 *
 * No bid is counted: Meta takes a template with one only over its marketing
 * messages API, by which Galka does not send, and refuses it here unsent and
 * unpaid. So the card's price is the most that a message can cost.
 */
// Meta: error 131061 for bids on /messages; bidding is a limited beta until 2027, docs/…/marketing-messages, read 2026-11.
export function estimateCost(now: Date, wish: EstimateWish): Estimate {
  const counts = { likely: new Map(wish.counts), worst: new Map(wish.counts) };
  const day = dayTeller()(wish.account.timeZone, now.getTime());
  const lines = wish.groups
    .filter(({ count }) => count > 0)
    .map((group) => {
      const terms = termsOf(wish.choice, wish.account, group.country, day);
      const price = (standing: ReaderStanding, count: number, of: Map<string, number>) =>
        priceMany(now.getTime(), terms, { ...group, numberId: wish.numberId, standing, count }, of);
      return lineOf(group, wish.leastDelivered, {
        terms,
        likely: likelyOf(group, (standing, count) => price(standing, count, counts.likely)),
        worst: price("cold", group.count, counts.worst),
      });
    });
  const currencies = [...new Set(lines.map(({ currency }) => currency))];
  return { lines, totals: currencies.map((currency) => totalOf(currency, lines)) };
}

function likelyOf(
  group: EstimateGroup,
  price: (standing: ReaderStanding, count: number) => PricedMany,
): PricedMany {
  const inFreeEntry = Math.min(group.inFreeEntry, group.count);
  const inWindow = Math.min(group.inWindow, group.count - inFreeEntry);
  const parts = [
    price("in-free-entry", inFreeEntry),
    price("in-window", inWindow),
    price("cold", group.count - inFreeEntry - inWindow),
  ];
  return {
    amountMicros: parts.reduce((sum, { amountMicros }) => sum + amountMicros, 0),
    freeCount: parts.reduce((sum, { freeCount }) => sum + freeCount, 0),
    freeBecause: parts.find(({ freeBecause }) => freeBecause !== null)?.freeBecause ?? null,
  };
}

function lineOf(
  { country, category, count }: EstimateGroup,
  leastDelivered: number,
  priced: { readonly terms: Terms; readonly likely: PricedMany; readonly worst: PricedMany },
): EstimateLine {
  const { terms, likely, worst } = priced;
  return {
    country,
    category,
    count,
    market: terms.market,
    currency: terms.card.currency,
    leastMicros: Math.floor(Math.min(likely.amountMicros, worst.amountMicros) * leastDelivered),
    mostMicros: Math.max(likely.amountMicros, worst.amountMicros),
    freeCount: likely.freeCount,
    freeBecause: likely.freeBecause,
  };
}

function totalOf(currency: string, lines: readonly EstimateLine[]): EstimateTotal {
  const own = lines.filter((line) => line.currency === currency);
  const sum = (of: (line: EstimateLine) => number) => own.reduce((total, it) => total + of(it), 0);
  const least = sum(({ leastMicros }) => leastMicros);
  const most = sum(({ mostMicros }) => mostMicros);
  return {
    currency,
    leastMinor: toMinor(least, currency),
    mostMinor: toMinor(most, currency),
    count: sum(({ count }) => count),
    freeCount: sum(({ freeCount }) => freeCount),
  };
}
