import { cardAt } from "../cards/rate-card.ts";
import { type BillingAccount, unknownAccount } from "./account.ts";
import { dayTeller } from "./day-of.ts";
import { type TariffChoice, tariffOn } from "./terms.ts";

/**
 * In which currencies messages of these accounts are charged, those of the
 * first account first: its own where the tariff has a card in it, and the
 * tariff's for the countries that such a card leaves out.
 *
 * A budget in any other currency never meets a charge.
 */
export function chargedCurrencies(
  now: Date,
  choice: TariffChoice,
  accounts: readonly BillingAccount[],
): readonly string[] {
  const dayIn = dayTeller();
  const asked = accounts.length === 0 ? [unknownAccount("")] : accounts;
  return [
    ...new Set(
      asked.flatMap((account) =>
        currenciesOf(choice, account, dayIn(account.timeZone, now.getTime())),
      ),
    ),
  ];
}

function currenciesOf(choice: TariffChoice, { currency }: BillingAccount, day: string): string[] {
  const tariff = tariffOn(choice, day);
  const own = cardAt(tariff.cards, currency, day);
  const listed = cardAt(tariff.cards, tariff.currency, day);
  const isWhole = [...(listed?.rates.keys() ?? [])].every((market) => own?.rates.has(market));
  return [...(own ? [currency] : []), ...(isWhole ? [] : [tariff.currency])];
}
