import type { Booking } from "./charging/book-history.ts";

/** What Meta says it has charged for messages of one day, country, category and type. */
export type ToldCharge = {
  /** When the day began. */
  readonly fromMs: number;
  readonly country: string;
  readonly category: string;
  readonly type: string;
  readonly messageCount: number;
  readonly amountMicros: number;
};

/** A side that has nothing is in the currency of the other one. */
export type Side = {
  readonly messageCount: number;
  readonly amountMicros: number;
  readonly currency: string;
};

/** Why two sides differ, as far as can be told from the figures. */
export type Difference =
  /** Meta has messages that were not heard of here: statuses were missed, or others send over the account. */
  | "not-heard"
  /** Statuses tell of messages that Meta does not count on this day yet. */
  | "not-told"
  /** As many messages, at another price: another card or tier. */
  | "other-price"
  /** As many messages, in two currencies: whether it is the same price cannot be told. */
  | "other-currency"
  /** As many messages in all, counted under another category, type or day. */
  | "other-kind";

export type ReconciledLine = {
  readonly day: string;
  readonly country: string;
  readonly category: string;
  readonly type: string;
  readonly ours: Side;
  readonly told: Side;
  /** Null when both sides are the same. */
  readonly difference: Difference | null;
};

type OurLine = Pick<
  Booking,
  "day" | "category" | "type" | "amountMicros" | "currency" | "delivery" | "model"
>;

/** The account that was asked: in what Meta charges it, and which of its days begins at a moment. */
export type ToldAccount = {
  readonly currency: string;
  readonly dayOf: (fromMs: number) => string;
};

/**
 * Compares the books with what Meta has charged, line by line: by day, country,
 * category and type. Each side keeps its currency: the books have that of the
 * card, Meta always that of the account.
 *
 * Meta's analytics tell only of messages that are charged one by one.
 */
export function reconcile(
  ours: readonly OurLine[],
  told: readonly ToldCharge[],
  { currency: toldIn, dayOf }: ToldAccount,
): readonly ReconciledLine[] {
  const lines = new Map<string, Line>();
  for (const { day, category, type, amountMicros, currency, delivery, model } of ours) {
    if (model !== "PMP") continue;
    const side = { messageCount: 1, amountMicros, currency };
    add(lines, { day, country: delivery.country, category: named(category), type }, { ours: side });
  }
  for (const { fromMs, country, category, type, messageCount, amountMicros } of told) {
    const kind = { day: dayOf(fromMs), country, category: named(category), type };
    add(lines, kind, { told: { messageCount, amountMicros, currency: toldIn } });
  }
  const all = [...lines.values()].toSorted(byKind);
  return all.map((line) => ({ ...line, difference: differenceOf(line, all) }));
}

type Kind = Pick<ReconciledLine, "day" | "country" | "category" | "type">;

function named(category: string): string {
  return category.replaceAll("_", "-");
}

function add(
  lines: Map<string, Line>,
  kind: Kind,
  side: { readonly ours: Side } | { readonly told: Side },
): void {
  const key = `${kind.day} ${kind.country} ${kind.category} ${kind.type}`;
  const known = lines.get(key);
  lines.set(key, {
    ...kind,
    ours: "ours" in side ? sum(known?.ours, side.ours) : (known?.ours ?? noneBeside(side.told)),
    told: "told" in side ? sum(known?.told, side.told) : (known?.told ?? noneBeside(side.ours)),
  });
}

function noneBeside({ currency }: Side): Side {
  return { messageCount: 0, amountMicros: 0, currency };
}

/** In the currency of the second, which has something. */
function sum(one: Side | undefined, other: Side): Side {
  return {
    messageCount: (one?.messageCount ?? 0) + other.messageCount,
    amountMicros: (one?.amountMicros ?? 0) + other.amountMicros,
    currency: other.currency,
  };
}

type Line = Omit<ReconciledLine, "difference">;

function differenceOf(line: Line, all: readonly Line[]): Difference | null {
  const { ours, told } = line;
  if (ours.messageCount === told.messageCount) {
    if (ours.amountMicros === 0 && told.amountMicros === 0) return null;
    if (ours.currency !== told.currency) return "other-currency";
    return ours.amountMicros === told.amountMicros ? null : "other-price";
  }
  if (balances(line, all)) return "other-kind";
  return ours.messageCount < told.messageCount ? "not-heard" : "not-told";
}

/** Whether the country has as many messages on both sides all in all, and only their kinds or days differ. */
function balances({ country }: Line, all: readonly Line[]): boolean {
  const own = all.filter((line) => line.country === country);
  const count = (of: (line: Line) => Side) =>
    own.reduce((total, line) => total + of(line).messageCount, 0);
  return count((line) => line.ours) === count((line) => line.told);
}

/** What both sides come to in one currency. */
export type ReconciledTotal = {
  readonly currency: string;
  readonly ours: Side;
  readonly told: Side;
};

/**
 * The totals by currency. There is none in a currency that stands beside another
 * one in any line: it would leave out a part of what one side has.
 */
export function totalsOf(lines: readonly ReconciledLine[]): readonly ReconciledTotal[] {
  const mixed = new Set(
    lines
      .filter(({ ours, told }) => ours.currency !== told.currency)
      .flatMap(({ ours, told }) => [ours.currency, told.currency]),
  );
  const totals = new Map<string, ReconciledTotal>();
  for (const { ours, told } of lines) {
    const { currency } = told;
    if (mixed.has(currency)) continue;
    const known = totals.get(currency);
    totals.set(currency, { currency, ours: sum(known?.ours, ours), told: sum(known?.told, told) });
  }
  return [...totals.values()];
}

function byKind(one: Kind, other: Kind): number {
  return `${one.day} ${one.country} ${one.category} ${one.type}` <
    `${other.day} ${other.country} ${other.category} ${other.type}`
    ? -1
    : 1;
}
