import { cardAt, type RateCard } from "../cards/rate-card.ts";
import { type Market, marketOf } from "../markets.ts";
import { metaTariffAt } from "../tariffs/meta-tariffs.ts";
import type { Tariff } from "../tariffs/tariff.ts";
import type { BillingAccount } from "./account.ts";
import type { OpenConversation } from "./charge.ts";

/** By which tariff a day is charged: Meta's of that day, or one. */
export type DayTariff = "by-date" | Tariff;

/** By which tariff a history is charged: all of it by the same, or each day by its own. */
export type TariffChoice = DayTariff | { readonly on: (day: string) => DayTariff };

/** The tariff of a day. */
export function tariffOn(choice: TariffChoice, day: string): Tariff {
  const chosen = typeof choice === "object" && "on" in choice ? choice.on(day) : choice;
  return chosen === "by-date" ? metaTariffAt(day) : chosen;
}

/** What stood before a delivery: what is open between the two, and how much the month has had. */
export type Before = {
  /** In the order in which they were opened; none has expired. */
  readonly open: readonly OpenConversation[];
  /** When the last entry point of the two was made use of; null for never. */
  readonly entryUsedAtMs: number | null;
  readonly countOf: (counter: string) => number;
};

/** By what one delivery is charged. */
export type Terms = {
  readonly tariff: Tariff;
  /** In the account's time zone. */
  readonly day: string;
  readonly card: RateCard;
  readonly market: Market;
  readonly account: BillingAccount;
};

/**
 * The terms for a country on a day.
 *
 * Meta charges an account in its own currency, where the price of the market
 * in it is known; elsewhere the price in dollars is used. An own tariff has one currency.
 */
export function termsOf(
  choice: TariffChoice,
  account: BillingAccount,
  country: string,
  day: string,
): Terms {
  const tariff = tariffOn(choice, day);
  const listed = cardAt(tariff.cards, tariff.currency, day);
  if (!listed) throw new Error(`The tariff ${tariff.id} has no card in ${tariff.currency}.`);
  const market = marketOf(country, listed);
  const own =
    account.currency === tariff.currency ? null : cardAt(tariff.cards, account.currency, day);
  return { tariff, day, card: own?.rates.has(market) ? own : listed, market, account };
}
