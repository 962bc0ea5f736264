import type {
  BookingJson,
  BudgetJson,
  OwnTariffJson,
  RateCardJson,
  TariffsJson,
} from "@galka/contract/json/prices/prices";
import type { RateCard } from "@galka/core/billing/cards/rate-card";
import { META_TARIFFS } from "@galka/core/billing/tariffs/meta-tariffs";
import type { OwnTariff } from "@galka/core/billing/tariffs/own-tariff";
import type { BookingLine } from "@galka/postgres/stores/billing/booking-rows";
import type { ShownBudget } from "../../../operations/prices/budgets/keep-budgets.ts";
import type { Tariffs } from "../../../operations/prices/tariffs/read-tariffs.ts";

export function presentTariffs({ settings, own, accounts, currencies }: Tariffs): TariffsJson {
  return {
    chosen: settings.tariff,
    chosenFrom: settings.tariffFrom,
    markup: {
      basisPoints: settings.markupBasisPoints,
      fixedMicros: settings.markupFixedMicros,
    },
    metas: META_TARIFFS.map(({ id, from, rules }) => ({ id, from, unit: rules.unit })),
    own: own.map(presentOwnTariff),
    accounts: accounts.map(({ id, currency, timeZone }) => ({ id, currency, timeZone })),
    currencies: [...currencies],
  };
}

export function presentOwnTariff(tariff: OwnTariff): OwnTariffJson {
  return { ...tariff, prices: tariff.prices.map((price) => ({ ...price })) };
}

export function presentCard({ from, currency, rates }: RateCard): RateCardJson {
  return {
    from,
    currency,
    markets: [...rates].map(([market, kinds]) => ({
      market,
      rates: [...kinds].map(([kind, rate]) => ({ kind, ...rate })),
    })),
  };
}

export function presentBooking(line: BookingLine): BookingJson {
  const { delivery, sent, told } = line;
  return {
    messageId: delivery.id,
    conversationId: sent.conversationId,
    channelId: delivery.numberId,
    deliveredAt: new Date(delivery.atMs).toISOString(),
    category: line.category,
    country: delivery.country,
    reason: line.reason,
    tariff: line.tariffId,
    currency: line.currency,
    amountMicros: line.amountMicros,
    standing: line.standing,
    tier: line.tier,
    templateName: sent.templateName,
    told: told && { billable: told.billable, type: told.type, category: told.category },
    booked: { billable: line.billable, type: line.type },
    agrees: line.agrees,
  };
}

export function presentBudget(budget: ShownBudget): BudgetJson {
  return { ...budget };
}
