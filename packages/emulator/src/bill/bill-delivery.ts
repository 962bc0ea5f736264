import { insertBillLine, isBilled } from "../store/bill/bill-lines.ts";
import { billCount, findPair, growBillCount, savePair } from "../store/bill/bill-state.ts";
import type { Waba } from "../store/kinds.ts";
import type { Send } from "../store/sends.ts";
import { lastInboundAt } from "../store/windows.ts";
import type { World } from "../world.ts";
import { isWindowOpen } from "../world/service-window.ts";
import type { Charge, Delivered, MessageCategory, Terms } from "./charges/charge.ts";
import { chargeDelivery } from "./charges/charge-delivery.ts";
import { countryOfDigits } from "./countries.ts";
import { marketOf } from "./markets.ts";
import { capCharge, maxPriceOf } from "./max-price.ts";
import { isInternational, portfolioBilling } from "./portfolio.ts";
import { hasRate, type RateCard } from "./rate-card.ts";
import { cardAt, type Tariff, tariffAt } from "./tariffs.ts";
import { announceTier } from "./announce-tier.ts";
import { dayIn, zoneName } from "./time-zone.ts";
import { tierName, volumeTiers } from "./volume-tiers.ts";

/** A send that is being billed, and who it is between. */
export type Billed = {
  readonly send: Send;
  readonly waba: Waba;
  /** Digits of the recipient's number; empty when nobody knows them. */
  readonly digits: string;
};

/** What the send would cost if it were delivered now. Nothing is written. */
export function quoteDelivery(world: World, billed: Billed): Charge {
  return price(world, billed).charge;
}

/**
 * Puts the delivery of a send on the bill, once: a second time nothing is
 * counted, and the answer is what it would cost then.
 */
export function billDelivery(world: World, billed: Billed): Charge {
  const { db } = world;
  const { send, waba } = billed;
  const priced = price(world, billed);
  const { charge, terms, before } = priced;
  if (isBilled(db, send.id)) return charge;
  if (charge.pair !== before) savePair(db, send.phoneNumberId, personOf(send), charge.pair);
  if (charge.counter !== null) growBillCount(db, charge.counter);
  insertBillLine(db, {
    sendId: send.id,
    wamid: send.wamid,
    wabaId: waba.id,
    phoneNumberId: send.phoneNumberId,
    recipient: billed.digits === "" ? send.recipient : billed.digits,
    country: priced.country,
    market: terms.market,
    at: world.clock.now(),
    day: terms.day,
    tariff: terms.tariff,
    cardFrom: terms.card.from,
    currency: terms.card.currency,
    model: charge.model,
    type: charge.type,
    category: charge.category,
    billable: charge.billable,
    reason: charge.reason,
    rate: charge.rate,
    amountMicros: charge.amountMicros,
    standing: charge.standing,
    tier: charge.tier === null ? null : tierName(charge.tier),
    conversationId: charge.conversation?.id ?? null,
    conversationCategory: charge.conversation?.category ?? null,
    opens: charge.opens,
    templateId: send.templateId,
  });
  announceTier(world, waba, terms, charge);
  return charge;
}

type Priced = {
  readonly charge: Charge;
  readonly terms: Terms;
  readonly before: Charge["pair"];
  readonly country: string;
};

function price(world: World, billed: Billed): Priced {
  const { send } = billed;
  const country = countryOfDigits(billed.digits);
  const terms = termsOf(world, billed);
  const before = findPair(world.db, send.phoneNumberId, personOf(send));
  const message = deliveredNow(world, billed, terms, country);
  const { currency } = billed.waba;
  const maxPrice = maxPriceOf(world, send, currency);
  const charge = capCharge(chargeDelivery(message, before, terms), maxPrice, terms, currency);
  return { charge, terms, before, country };
}

function termsOf(world: World, { send, waba, digits }: Billed): Terms {
  const settings = world.settings();
  const day = dayIn(zoneName(waba.timezoneId), world.clock.now());
  const tariff = tariffAt(settings.tariff, day);
  const listed = cardAt(tariff, "USD", day);
  if (listed === null) throw new Error(`The tariff ${tariff.id} has no card in US dollars`);
  const market = marketOf(digits, { from: listed.from, has: (it) => listed.rates.has(it) });
  return {
    tariff: tariff.id,
    day,
    card: ownCurrency(tariff, waba.currency, market, day) ?? listed,
    market,
    tiers: (kind) => volumeTiers(market, kind),
    freeServiceMessages: settings.freeServiceMessages,
    wabaId: waba.id,
    phoneNumberId: send.phoneNumberId,
    portfolioId: waba.portfolioId,
    countOf: (counter) => billCount(world.db, counter),
  };
}

/** The account's own currency, where the facts have that market's rates in it. */
function ownCurrency(
  tariff: Tariff,
  currency: string,
  market: string,
  day: string,
): RateCard | null {
  if (currency === "USD") return null;
  const card = cardAt(tariff, currency, day);
  return card?.rates.has(market) === true ? card : null;
}

function deliveredNow(world: World, billed: Billed, terms: Terms, country: string): Delivered {
  const { send } = billed;
  const at = world.clock.now();
  const inbound =
    send.personId === null ? null : lastInboundAt(world.db, send.phoneNumberId, send.personId);
  return {
    wamid: send.wamid,
    acceptedAt: send.acceptedAt,
    at,
    template: send.category !== "service",
    category: categoryOf(send.category),
    windowOpen: isWindowOpen(at, inbound),
    international:
      send.category === "authentication" &&
      hasRate(terms.card, terms.market, "authentication-international") &&
      isInternational(portfolioBilling(world, billed.waba.portfolioId), country, at),
  };
}

function categoryOf(category: string): MessageCategory {
  const found = CATEGORIES.find((it) => it === category);
  return found ?? "marketing";
}

const CATEGORIES: readonly MessageCategory[] = [
  "service",
  "marketing",
  "utility",
  "authentication",
  "marketing_lite",
];

/** People are told apart by their phone, and by the recipient while nobody has it. */
function personOf(send: Send): string {
  return send.personId ?? send.recipient;
}
