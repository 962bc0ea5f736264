import type { Charge, ChargeReason, OpenConversation } from "./charge.ts";
import { chargeDelivery } from "./charge-delivery.ts";
import type { BilledCategory, Delivery } from "./delivery.ts";
import { ENTRY_POINT_CATEGORY } from "./entry-point.ts";
import type { Terms } from "./terms.ts";

/** Where somebody stands with us at the moment of sending. */
export type ReaderStanding = "cold" | "in-window" | "in-free-entry";

/** Messages of one category to people of one country who stand alike. */
export type Alike = {
  readonly category: BilledCategory;
  readonly country: string;
  readonly numberId: string;
  readonly standing: ReaderStanding;
  readonly count: number;
};

export type PricedMany = {
  readonly amountMicros: number;
  readonly freeCount: number;
  readonly freeBecause: ChargeReason | null;
};

const HOUR_MS = 60 * 60 * 1000;

/**
 * What many messages cost, each to another person, in one go: a million takes
 * as long as ten. What the month has had is counted on in `counts`.
 */
export function priceMany(
  nowMs: number,
  terms: Terms,
  alike: Alike,
  counts: Map<string, number>,
): PricedMany {
  const delivery = sampleOf(nowMs, terms, alike);
  const open = alike.standing === "in-free-entry" ? [freeEntryAt(nowMs)] : [];
  let priced: PricedMany = { amountMicros: 0, freeCount: 0, freeBecause: null };
  let left = alike.count;
  while (left > 0) {
    const charge = chargeAfter(0);
    const same = sameCount(charge, left);
    priced = added(priced, charge, same);
    if (charge.counter !== null) {
      counts.set(charge.counter, (counts.get(charge.counter) ?? 0) + same);
    }
    left -= same;
  }
  return priced;

  function chargeAfter(more: number): Charge {
    const countOf = (counter: string) => (counts.get(counter) ?? 0) + more;
    return chargeDelivery(delivery, { open, entryUsedAtMs: null, countOf }, terms);
  }

  /** How many cost the same in a row: a month goes from free to charged to a tier, never back. */
  function sameCount(charge: Charge, atMost: number): number {
    if (charge.counter === null) return atMost;
    let [low, high] = [1, atMost];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (chargeAfter(middle - 1).amountMicros === charge.amountMicros) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function added(priced: PricedMany, { amountMicros, reason }: Charge, count: number): PricedMany {
  if (amountMicros > 0) {
    return { ...priced, amountMicros: priced.amountMicros + amountMicros * count };
  }
  return {
    ...priced,
    freeCount: priced.freeCount + count,
    freeBecause: priced.freeBecause ?? reason,
  };
}

function sampleOf(nowMs: number, { account }: Terms, alike: Alike): Delivery {
  const { category, country, numberId, standing } = alike;
  return {
    id: "",
    atMs: nowMs,
    acceptedAtMs: nowMs,
    category,
    country,
    numberId,
    personId: "",
    accountId: account.id,
    lastInboundAtMs: standing === "cold" ? null : nowMs,
    entryAtMs: null,
  };
}

function freeEntryAt(nowMs: number): OpenConversation {
  return {
    openedBy: "",
    openedAtMs: nowMs,
    expiresAtMs: nowMs + HOUR_MS,
    category: ENTRY_POINT_CATEGORY,
    charged: ENTRY_POINT_CATEGORY,
    type: "free_entry_point",
  };
}
