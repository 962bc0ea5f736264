import { TEN_THOUSANDTH_MICROS } from "../money.ts";
import type { Market } from "../markets.ts";

/** What a price is for. The first three are of the tariffs before 2023-06. */
export const RATE_KINDS = [
  "notification",
  "business-initiated",
  "user-initiated",
  "marketing",
  "utility",
  "authentication",
  "authentication-international",
  "service",
] as const;
export type RateKind = (typeof RATE_KINDS)[number];

/**
 * How sure a price is.
 *
 * `published`: it stands on Meta's own card, or the workspace wrote it.
 * `derived`: computed back from another list. `nearest`: that day's price is not
 * at hand, the closest known stands in. `unknown`: nothing is known, and nothing counted.
 */
export type Standing = "published" | "derived" | "nearest" | "unknown";

export type Rate = { readonly micros: number; readonly standing: Standing };

/** The prices in force since a day, in one currency. */
export type RateCard = {
  /** By the account's time zone. */
  readonly from: string;
  readonly currency: string;
  readonly rates: ReadonlyMap<Market, ReadonlyMap<RateKind, Rate>>;
};

/**
 * What a card changes of the one before it in its currency.
 *
 * Prices are written in ten-thousandths behind their market, apart by dots or
 * lines: `DE 1365 · IN 118~`. A tilde marks a derived price, a question mark the
 * nearest known.
 */
export type CardChange = {
  readonly from: string;
  readonly currency: string;
  readonly rates: readonly { readonly of: readonly RateKind[]; readonly are: string }[];
};

/** The whole cards that a list of changes makes, in its order. */
export function readCards(changes: readonly CardChange[]): readonly RateCard[] {
  const latest = new Map<string, RateCard>();
  return changes.map((change) => {
    const card = changedCard(change, latest.get(change.currency));
    latest.set(change.currency, card);
    return card;
  });
}

function changedCard(change: CardChange, before: RateCard | undefined): RateCard {
  const rates = new Map(
    [...(before?.rates ?? [])].map(([market, kinds]) => [market, new Map(kinds)] as const),
  );
  for (const { of, are } of change.rates) {
    for (const { market, rate } of readRates(are)) {
      const kinds = rates.get(market) ?? new Map<RateKind, Rate>();
      for (const kind of of) kinds.set(kind, rate);
      rates.set(market, kinds);
    }
  }
  return { from: change.from, currency: change.currency, rates };
}

const STANDING_OF = new Map<string, Standing>([
  ["", "published"],
  ["~", "derived"],
  ["?", "nearest"],
]);

function readRates(are: string): { readonly market: Market; readonly rate: Rate }[] {
  return are
    .trim()
    .split(/\s*[·\n]\s*/u)
    .map((entry) => {
      const [, market, digits, mark = ""] = /^([\w-]+) (\d+)([~?]?)$/u.exec(entry) ?? [];
      const standing = STANDING_OF.get(mark);
      if (market === undefined || standing === undefined) {
        throw new Error(`"${entry}" of a rate card is no price.`);
      }
      return { market, rate: { micros: Number(digits) * TEN_THOUSANDTH_MICROS, standing } };
    });
}

const NO_RATE: Rate = { micros: 0, standing: "unknown" };

export function rateOf(card: RateCard, market: Market, kind: RateKind): Rate {
  return card.rates.get(market)?.get(kind) ?? NO_RATE;
}

export function hasRate(card: RateCard, market: Market, kind: RateKind): boolean {
  return card.rates.get(market)?.has(kind) ?? false;
}

/** The card in force on a day; before the first of a currency that first one. */
export function cardAt(cards: readonly RateCard[], currency: string, day: string): RateCard | null {
  const own = cards.filter((it) => it.currency === currency);
  return own.findLast((it) => it.from <= day) ?? own[0] ?? null;
}
