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

export type Side = { readonly messageCount: number; readonly amountMicros: number };

/** Why two sides differ, as far as can be told from the figures. */
export type Difference =
  /** Meta has messages that were not heard of here: statuses were missed, or others send over the account. */
  | "not-heard"
  /** Statuses tell of messages that Meta does not count on this day yet. */
  | "not-told"
  /** As many messages, at another price: another card, tier or currency. */
  | "other-price"
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

type OurLine = Pick<Booking, "day" | "category" | "type" | "amountMicros" | "delivery" | "model">;

/**
 * Compares the books with what Meta has charged, line by line: by day, country,
 * category and type. `dayOf` tells which day of the account begins at a moment.
 *
 * Meta's analytics tell only of messages that are charged one by one.
 */
export function reconcile(
  ours: readonly OurLine[],
  told: readonly ToldCharge[],
  dayOf: (fromMs: number) => string,
): readonly ReconciledLine[] {
  const lines = new Map<string, Omit<ReconciledLine, "difference">>();
  for (const { day, category, type, amountMicros, delivery, model } of ours) {
    if (model !== "PMP") continue;
    const side = { messageCount: 1, amountMicros };
    add(lines, { day, country: delivery.country, category: named(category), type }, { ours: side });
  }
  for (const { fromMs, country, category, type, messageCount, amountMicros } of told) {
    const kind = { day: dayOf(fromMs), country, category: named(category), type };
    add(lines, kind, { told: { messageCount, amountMicros } });
  }
  const all = [...lines.values()].toSorted(byKind);
  return all.map((line) => ({ ...line, difference: differenceOf(line, all) }));
}

type Kind = Pick<ReconciledLine, "day" | "country" | "category" | "type">;
const NONE: Side = { messageCount: 0, amountMicros: 0 };

function named(category: string): string {
  return category.replaceAll("_", "-");
}

function add(
  lines: Map<string, Omit<ReconciledLine, "difference">>,
  kind: Kind,
  { ours = NONE, told = NONE }: Partial<Pick<ReconciledLine, "ours" | "told">>,
): void {
  const key = `${kind.day} ${kind.country} ${kind.category} ${kind.type}`;
  const known = lines.get(key);
  lines.set(key, {
    ...kind,
    ours: sum(known?.ours ?? NONE, ours),
    told: sum(known?.told ?? NONE, told),
  });
}

function sum(one: Side, other: Side): Side {
  return {
    messageCount: one.messageCount + other.messageCount,
    amountMicros: one.amountMicros + other.amountMicros,
  };
}

type Line = Omit<ReconciledLine, "difference">;

function differenceOf(line: Line, all: readonly Line[]): Difference | null {
  const { ours, told } = line;
  if (ours.messageCount === told.messageCount) {
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

function byKind(one: Kind, other: Kind): number {
  return `${one.day} ${one.country} ${one.category} ${one.type}` <
    `${other.day} ${other.country} ${other.category} ${other.type}`
    ? -1
    : 1;
}
