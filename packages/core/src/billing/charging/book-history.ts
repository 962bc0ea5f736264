import { type BillingAccount, unknownAccount } from "./account.ts";
import type { Charge, OpenConversation } from "./charge.ts";
import { chargeDelivery } from "./charge-delivery.ts";
import { dayTeller } from "./day-of.ts";
import type { Delivery } from "./delivery.ts";
import { ENTRY_POINT_CATEGORY } from "./entry-point.ts";
import { type Before, type TariffChoice, type Terms, termsOf } from "./terms.ts";

/** A delivery with its price: a line of the bill. */
export type Booking = Charge & {
  readonly delivery: Delivery;
  /** In the account's time zone. */
  readonly day: string;
  readonly tariffId: string;
  /** First day of the card that the price is from. */
  readonly cardFrom: string;
  readonly currency: string;
  readonly market: string;
};

/** What is open between a number and a person. */
export type Pair = {
  readonly open: readonly OpenConversation[];
  readonly entryUsedAtMs: number | null;
};

/** What a bill goes on from: empty at the very beginning. */
export type BillStart = {
  readonly counts: ReadonlyMap<string, number>;
  /** By `pairKey`. */
  readonly pairs: ReadonlyMap<string, Pair>;
};

export const BLANK_BILL: BillStart = { counts: new Map(), pairs: new Map() };

export function pairKey({ numberId, personId }: Pick<Delivery, "numberId" | "personId">): string {
  return `${numberId} ${personId}`;
}

/** Books deliveries in the order of time, one after the other. */
export type Bookkeeper = {
  /** The line of the next delivery; it is counted. */
  book(delivery: Delivery): Booking;
  /** What it would cost; nothing is counted. */
  quote(delivery: Delivery): Booking;
};

const NO_PAIR: Pair = { open: [], entryUsedAtMs: null };

/**
 * Opens a bill under one tariff.
 *
 * Whoever has it gives the deliveries in the order in which they happened: what
 * opens a conversation, and what is one of a month's free ones, is the first.
 */
export function openBill(
  choice: TariffChoice,
  accounts: ReadonlyMap<string, BillingAccount>,
  start: BillStart = BLANK_BILL,
): Bookkeeper {
  const counts = new Map(start.counts);
  const pairs = new Map(start.pairs);
  const dayIn = dayTeller();
  const known = new Map<string, Terms>();
  const countOf = (counter: string) => counts.get(counter) ?? 0;
  return {
    quote: (delivery) => lineOf(delivery).booking,
    book(delivery) {
      const { booking, before } = lineOf(delivery);
      const { counter } = booking;
      if (counter !== null) counts.set(counter, countOf(counter) + 1);
      keepPair(delivery, before, booking);
      return booking;
    },
  };

  function lineOf(delivery: Delivery): { readonly booking: Booking; readonly before: Before } {
    const terms = termsFor(delivery);
    const pair = pairs.get(pairKey(delivery)) ?? NO_PAIR;
    const open = pair.open.filter(({ expiresAtMs }) => expiresAtMs > delivery.atMs);
    const before: Before = { open, entryUsedAtMs: pair.entryUsedAtMs, countOf };
    const { tariff, day, card, market } = terms;
    const charge = chargeDelivery(delivery, before, terms);
    const from = { tariffId: tariff.id, cardFrom: card.from, currency: card.currency };
    return { before, booking: { ...charge, ...from, delivery, day, market } };
  }

  function termsFor({ accountId, country, atMs }: Delivery): Terms {
    const account = accounts.get(accountId) ?? unknownAccount(accountId);
    const day = dayIn(account.timeZone, atMs);
    const key = `${accountId} ${country} ${day}`;
    const terms = known.get(key) ?? termsOf(choice, account, country, day);
    known.set(key, terms);
    return terms;
  }

  /** Pairs that have nothing open are not remembered: a campaign of a million leaves none. */
  function keepPair(delivery: Delivery, before: Before, booking: Booking): void {
    const { conversation, opens } = booking;
    if (!opens || !conversation) return;
    const entered = conversation.category === ENTRY_POINT_CATEGORY;
    pairs.set(pairKey(delivery), {
      open: entered ? [conversation] : [...before.open, conversation],
      entryUsedAtMs: entered ? conversation.openedAtMs : before.entryUsedAtMs,
    });
  }
}

/** Charges a history, given in the order of time, by one tariff. */
export function bookHistory(
  choice: TariffChoice,
  accounts: ReadonlyMap<string, BillingAccount>,
  deliveries: readonly Delivery[],
  start: BillStart = BLANK_BILL,
): readonly Booking[] {
  const bill = openBill(choice, accounts, start);
  return deliveries.map((delivery) => bill.book(delivery));
}
