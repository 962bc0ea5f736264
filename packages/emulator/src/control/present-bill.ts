import { BECAUSE } from "../bill/because.ts";
import { marketName } from "../bill/markets.ts";
import { decimal, minorDigits, toMinor } from "../bill/money.ts";
import type { RateCard, Standing } from "../bill/rate-card.ts";
import { zoneName } from "../bill/time-zone.ts";
import { iso } from "../people/chat-view.ts";
import type { BillGroup, BillLine } from "../store/bill/bill-lines.ts";
import type { Waba } from "../store/kinds.ts";
import type { PortfolioBilling } from "../store/kinds/billing.ts";
import type {
  BillLineJson,
  BillReason,
  BillTotalJson,
  PortfolioBillingJson,
  RateCardJson,
  StatementJson,
  TariffChoice,
} from "../wire/bill.ts";

export function presentBillLine(line: BillLine): BillLineJson {
  const reason = reasonOf(line.reason);
  return {
    wamid: line.wamid,
    wabaId: line.wabaId,
    phoneNumberId: line.phoneNumberId,
    to: line.recipient,
    country: line.country,
    market: line.market,
    deliveredAt: iso(line.at),
    day: line.day,
    tariff: tariffOf(line.tariff),
    cardFrom: line.cardFrom,
    category: line.category,
    type: typeOf(line.type),
    billable: line.billable,
    reason,
    because: BECAUSE[reason],
    rate: line.rate,
    amountMicros: line.amountMicros,
    amount: decimal(line.amountMicros),
    currency: line.currency,
    standing: standingOf(line.standing),
    tier: line.tier,
    conversation:
      line.conversationId === null
        ? null
        : {
            id: line.conversationId,
            category: line.conversationCategory ?? "",
            openedByThis: line.opens,
          },
    templateId: line.templateId,
  };
}

export function presentTotal(group: BillGroup): BillTotalJson {
  return {
    currency: group.currency,
    amountMicros: group.amountMicros,
    amount: decimal(group.amountMicros),
    messageCount: group.messageCount,
    chargedCount: group.chargedCount,
    freeCount: group.messageCount - group.chargedCount,
    conversationCount: group.openedCount,
  };
}

export function presentStatement(
  waba: Waba,
  month: string,
  groups: readonly BillGroup[],
): StatementJson {
  const rows = groups.map(({ keys, currency, messageCount, amountMicros }) => ({
    market: keys["market"] ?? "",
    marketName: marketName(keys["market"] ?? ""),
    category: keys["category"] ?? "",
    type: keys["type"] ?? "",
    tariff: keys["tariff"] ?? "",
    tier: keys["tier"] === "" ? null : (keys["tier"] ?? null),
    standing: standingOf(keys["standing"] ?? ""),
    currency,
    unitMicros: Number(keys["unit"] ?? 0),
    count: messageCount,
    amountMicros,
    amount: decimal(amountMicros),
  }));
  const currencies = [...new Set(rows.map((it) => it.currency))].toSorted();
  const totals = currencies.map((currency) => {
    const own = rows.filter((it) => it.currency === currency);
    const amountMicros = own.reduce((sum, it) => sum + it.amountMicros, 0);
    const totalMinor = toMinor(amountMicros, currency);
    const digits = minorDigits(currency);
    return {
      currency,
      amountMicros,
      totalMinor,
      total: (totalMinor / 10 ** digits).toFixed(digits),
    };
  });
  return { wabaId: waba.id, month, timeZone: zoneName(waba.timezoneId), rows, totals };
}

export function presentCard(tariff: TariffChoice, card: RateCard): RateCardJson {
  return {
    tariff,
    from: card.from,
    currency: card.currency,
    rates: [...card.rates].flatMap(([market, kinds]) =>
      [...kinds].map(([kind, { micros, standing }]) => ({
        market,
        marketName: marketName(market),
        kind,
        micros,
        amount: decimal(micros),
        standing,
      })),
    ),
  };
}

export function presentPortfolioBilling(
  portfolioId: string,
  billing: PortfolioBilling,
): PortfolioBillingJson {
  return {
    portfolioId,
    primaryBusinessLocation: billing.primaryBusinessLocation,
    internationalFrom: billing.internationalFrom === null ? null : iso(billing.internationalFrom),
    exceptions: billing.exceptions.map(({ country, from }) => ({ country, from: iso(from) })),
  };
}

const REASONS: readonly BillReason[] = [
  "notification",
  "conversation-opened",
  "message",
  "session-message",
  "inside-conversation",
  "free-tier",
  "free-service",
  "free-entry-point",
  "free-utility-in-window",
  "free-allowance",
];

function reasonOf(text: string): BillReason {
  return REASONS.find((it) => it === text) ?? "message";
}

const STANDINGS: readonly Standing[] = ["published", "derived", "nearest", "unknown"];

function standingOf(text: string): Standing {
  return STANDINGS.find((it) => it === text) ?? "unknown";
}

const TYPES = ["regular", "free_customer_service", "free_entry_point", "free_tier"] as const;

function typeOf(text: string): BillLineJson["type"] {
  return TYPES.find((it) => it === text) ?? "regular";
}

const TARIFFS = ["2018", "2022", "2023", "2024-11", "2025-07", "2026-10"] as const;

function tariffOf(text: string): TariffChoice {
  return TARIFFS.find((it) => it === text) ?? "by-date";
}
