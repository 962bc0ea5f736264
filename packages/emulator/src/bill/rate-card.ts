import { MICROS_IN_TEN_THOUSANDTH } from "./money.ts";
import type { Market } from "./markets.ts";

/** What a rate is for. The first three belong to the tariffs before 2023-06. */
export type RateKind =
  | "notification"
  | "business-initiated"
  | "user-initiated"
  | "marketing"
  | "utility"
  | "authentication"
  | "service"
  | "authentication-international";

/**
 * How well a rate is known.
 *
 * `published`: Meta's own card says so. `derived`: computed back from a list
 * that adds a fixed share to Meta's card, or converted from a card in another
 * currency. `nearest`: the facts have no rate for that day, and this is the
 * closest one they have. `unknown`: there is nothing to go by, and nothing is
 * charged.
 */
export type Standing = "published" | "derived" | "nearest" | "unknown";

export type Rate = { readonly micros: number; readonly standing: Standing };

/** One dated list of rates in one currency. */
export type RateCard = {
  /** First day it is in force, by the account's time zone. */
  readonly from: string;
  readonly currency: string;
  readonly rates: ReadonlyMap<Market, ReadonlyMap<RateKind, Rate>>;
};

const STANDINGS = new Map<string, Standing>([
  ["", "published"],
  ["~", "derived"],
  ["?", "nearest"],
]);

/**
 * Reads a card that is written as a table: a market and a cell for each kind.
 *
 * A cell is the rate in ten-thousandths, with `~` when it is derived and `?`
 * when it is the nearest known; `-` is no rate, `.` is what `before` has.
 */
export function readCard(
  from: string,
  currency: string,
  table: { readonly kinds: readonly RateKind[]; readonly rows: string; readonly before?: RateCard },
): RateCard {
  const rates = new Map(table.before?.rates);
  for (const line of table.rows.trim().split("\n")) {
    const [market = "", ...cells] = line.trim().split(/\s+/);
    const known = new Map(rates.get(market));
    for (const [index, kind] of table.kinds.entries()) {
      const cell = cells[index] ?? ".";
      if (cell === ".") continue;
      const rate = readCell(cell);
      if (rate === null) known.delete(kind);
      else known.set(kind, rate);
    }
    rates.set(market, known);
  }
  return { from, currency, rates };
}

function readCell(cell: string): Rate | null {
  if (cell === "-") return null;
  const [, digits = "", mark = ""] = /^(\d+)([~?]?)$/.exec(cell) ?? [];
  const standing = STANDINGS.get(mark);
  if (digits === "" || standing === undefined) throw new Error(`"${cell}" is not a rate`);
  return { micros: Number(digits) * MICROS_IN_TEN_THOUSANDTH, standing };
}

/** The card with another kind's rates for a kind of its own, marked as the nearest known. */
export function borrow(card: RateCard, from: string, kind: RateKind, lender: RateKind): RateCard {
  const rates = new Map(
    [...card.rates].map(([market, known]) => {
      const rate = known.get(lender);
      const borrowed: [RateKind, Rate][] =
        rate === undefined ? [] : [[kind, { ...rate, standing: "nearest" }]];
      return [market, new Map(borrowed)] as const;
    }),
  );
  return { from, currency: card.currency, rates };
}

const NOTHING: Rate = { micros: 0, standing: "unknown" };

export function rateOf(card: RateCard, market: Market, kind: RateKind): Rate {
  return card.rates.get(market)?.get(kind) ?? NOTHING;
}

export function hasRate(card: RateCard, market: Market, kind: RateKind): boolean {
  return card.rates.get(market)?.has(kind) ?? false;
}
