import { z } from "zod";

/** Millionths of the currency's unit. */
const micros = z.number();
const day = z.iso.date();

export const UNITS = [
  "notification",
  "conversation-by-initiator",
  "conversation-by-category",
  "message",
] as const;

export const RATE_KINDS = [
  "notification",
  "business-initiated",
  "user-initiated",
  "marketing",
  "utility",
  "authentication",
  "authentication-international",
  "service",
] as const;

export const PURPOSES = ["service", "authentication", "utility", "marketing"] as const;

const tariffParts = {
  name: z.string().trim().min(1).max(80),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  unit: z.enum(UNITS),
  /** Of a month, whatever the unit counts; "all" is without end. */
  free: z.union([z.number().int().min(0).max(1_000_000_000), z.literal("all")]),
  freeUtilityInWindow: z.boolean(),
  /** 0 has no free entry points. */
  entryPointHours: z.number().int().min(0).max(168),
  prices: z
    .array(
      z.object({
        /** A country in two letters, a region of Meta's cards, or "other". */
        market: z.string().regex(/^([A-Z]{2}|[a-z][a-z-]{2,40})$/),
        kind: z.enum(RATE_KINDS),
        micros: micros.int().min(0).max(1_000_000_000_000),
      }),
    )
    .max(2000),
};
export const ownTariffBody = z.object(tariffParts);
export const ownTariffJson = z.object({ id: z.string(), ...tariffParts });
export type OwnTariffJson = z.infer<typeof ownTariffJson>;

/** By which tariff the workspace is charged, and which there are. */
export const tariffsJson = z.object({
  chosen: z.string(),
  /** The first day of the tariff that is chosen, where another was in force before. */
  chosenFrom: day.nullable(),
  markup: z.object({ basisPoints: z.number(), fixedMicros: micros }),
  metas: z.array(z.object({ id: z.string(), from: day, unit: z.enum(UNITS) })),
  own: z.array(ownTariffJson),
  accounts: z.array(z.object({ id: z.string(), currency: z.string(), timeZone: z.string() })),
  /** In which the tariff in force charges the accounts, the likeliest first: a budget in another one meets no charge. */
  currencies: z.array(z.string()),
});
export type TariffsJson = z.infer<typeof tariffsJson>;

export const rateCardJson = z.object({
  from: day,
  currency: z.string(),
  markets: z.array(
    z.object({
      market: z.string(),
      rates: z.array(
        z.object({
          kind: z.enum(RATE_KINDS),
          micros,
          standing: z.enum(["published", "derived", "nearest", "unknown"]),
        }),
      ),
    }),
  ),
});
export type RateCardJson = z.infer<typeof rateCardJson>;

export const moneyJson = z.object({
  currency: z.string(),
  messageCount: z.number(),
  chargedCount: z.number(),
  amountMicros: micros,
  /** The same with the workspace's own markup. */
  markedUpMicros: micros,
});
export type MoneyJson = z.infer<typeof moneyJson>;

export const SPENDING_PARTS = [
  "day",
  "category",
  "country",
  "channel",
  "campaign",
  "template",
  "member",
  "label",
  "conversation",
  "reason",
] as const;
export type SpendingPartName = (typeof SPENDING_PARTS)[number];

export const spendingJson = z.object({
  totals: z.array(moneyJson),
  /** The most expensive first, days in order. `name` is null for what is gone or has none. */
  parts: z.array(moneyJson.extend({ key: z.string(), name: z.string().nullable() })),
});
export type SpendingJson = z.infer<typeof spendingJson>;

/** This month so far, and where it is heading. */
export const priceMonthJson = z.object({
  month: z.string(),
  today: day,
  totals: z.array(
    moneyJson.extend({
      /** By the days of the last weeks; null while there are too few. */
      forecastMicros: micros.nullable(),
    }),
  ),
  /** Of the free answers of a month, by number; null where there is no such number. */
  freeAnswers: z.array(
    z.object({ channelId: z.string(), usedCount: z.number(), freeCount: z.number() }),
  ),
  /** Lines of this month of which Meta told another price. */
  disagreeingCount: z.number(),
  /** Lines are being priced anew, so figures still move. */
  isRebooking: z.boolean(),
});
export type PriceMonthJson = z.infer<typeof priceMonthJson>;

export const bookingJson = z.object({
  messageId: z.string(),
  conversationId: z.string(),
  channelId: z.string(),
  deliveredAt: z.iso.datetime(),
  category: z.string(),
  country: z.string(),
  reason: z.string(),
  tariff: z.string(),
  currency: z.string(),
  amountMicros: micros,
  standing: z.string(),
  tier: z.string().nullable(),
  templateName: z.string().nullable(),
  /** What Meta told of the price; null when it told nothing. */
  told: z
    .object({
      billable: z.boolean().nullable(),
      type: z.string().nullable(),
      category: z.string().nullable(),
    })
    .nullable(),
  booked: z.object({ billable: z.boolean(), type: z.string() }),
  agrees: z.boolean().nullable(),
});
export type BookingJson = z.infer<typeof bookingJson>;

export const estimateBody = z.object({
  channelId: z.uuid(),
  groups: z
    .array(
      z.object({
        country: z.string().regex(/^[A-Z]{2}$/),
        category: z.enum(PURPOSES),
        count: z.number().int().min(0).max(100_000_000),
        inWindow: z.number().int().min(0).max(100_000_000),
        inFreeEntry: z.number().int().min(0).max(100_000_000),
      }),
    )
    .max(2000),
  /** The least share of messages that will arrive. */
  leastDelivered: z.number().min(0).max(1),
});
export const estimateLineJson = z.object({
  country: z.string(),
  market: z.string(),
  category: z.string(),
  currency: z.string(),
  count: z.number(),
  leastMicros: micros,
  mostMicros: micros,
  freeCount: z.number(),
  freeBecause: z.string().nullable(),
});
export const estimateTotalJson = z.object({
  currency: z.string(),
  leastMinor: z.number(),
  mostMinor: z.number(),
  count: z.number(),
  freeCount: z.number(),
});
export const estimateJson = z.object({
  lines: z.array(estimateLineJson),
  totals: z.array(estimateTotalJson),
});
export type EstimateJson = z.infer<typeof estimateJson>;

/** What the next message of a conversation would cost, by what it is. */
export const conversationPricesJson = z.object({
  country: z.string(),
  prices: z.array(
    z.object({
      purpose: z.enum(PURPOSES),
      currency: z.string(),
      amountMicros: micros,
      reason: z.string(),
    }),
  ),
});
export type ConversationPricesJson = z.infer<typeof conversationPricesJson>;

const budgetParts = {
  /** Null is every number. */
  channelId: z.uuid().nullable(),
  /** Null is every purpose, answers too. */
  purpose: z.enum(PURPOSES).nullable(),
  period: z.enum(["day", "month"]),
  currency: z.string().regex(/^[A-Z]{3}$/),
  limitMicros: micros.int().min(1).max(1_000_000_000_000_000),
  alarmPercent: z.number().int().min(1).max(100),
  stops: z.boolean(),
};
export const budgetBody = z.object(budgetParts);
export const budgetJson = z.object({
  id: z.string(),
  ...budgetParts,
  since: day,
  spentMicros: micros,
  expectedMicros: micros,
  alarm: z.enum(["near", "spent"]).nullable(),
});
export type BudgetJson = z.infer<typeof budgetJson>;

const side = z.object({ messageCount: z.number(), amountMicros: micros, currency: z.string() });
export const reconciliationJson = z.object({
  lines: z.array(
    z.object({
      day,
      country: z.string(),
      category: z.string(),
      type: z.string(),
      ours: side,
      told: side,
      difference: z
        .enum(["not-heard", "not-told", "other-price", "other-currency", "other-kind"])
        .nullable(),
    }),
  ),
  /** None in a currency that stands beside another one in any line. */
  totals: z.array(z.object({ currency: z.string(), ours: side, told: side })),
});
export type ReconciliationJson = z.infer<typeof reconciliationJson>;

export const whatIfJson = z.object({
  messageCount: z.number(),
  tariffs: z.array(
    z.object({
      tariff: z.string(),
      totals: z.array(
        z.object({ currency: z.string(), chargedCount: z.number(), amountMicros: micros }),
      ),
      categories: z.array(
        z.object({
          category: z.string(),
          currency: z.string(),
          messageCount: z.number(),
          chargedCount: z.number(),
          amountMicros: micros,
        }),
      ),
    }),
  ),
});
export type WhatIfJson = z.infer<typeof whatIfJson>;
