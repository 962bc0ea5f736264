import { z } from "zod";
import {
  SPENDING_PARTS,
  bookingJson,
  budgetBody,
  budgetJson,
  conversationPricesJson,
  estimateBody,
  estimateJson,
  ownTariffBody,
  ownTariffJson,
  priceMonthJson,
  rateCardJson,
  reconciliationJson,
  spendingJson,
  tariffsJson,
  whatIfJson,
} from "../../json/prices/prices.ts";
import { type Route, byId, done, id, limit } from "../../route.ts";

/** Days by the account's calendar, both included. At most 400 at once. */
const period = z.object({ from: z.iso.date(), to: z.iso.date() });

export const PRICE_ROUTES = {
  getPriceMonth: {
    method: "GET",
    path: "/api/v1/prices/month",
    summary: "What this month has cost so far, and where it is heading",
    answer: priceMonthJson,
  },
  getSpending: {
    method: "GET",
    path: "/api/v1/prices/spending",
    summary: "What delivered messages have cost, in all and by one part",
    query: period.extend({ by: z.enum(SPENDING_PARTS) }),
    answer: spendingJson,
  },
  listBookings: {
    method: "GET",
    path: "/api/v1/prices/bookings",
    summary: "Delivered messages with their price and the reason for it, the latest first",
    query: z.object({
      conversationId: id.exactOptional(),
      /** Only those of which Meta told another price. */
      disagreeing: z.literal("true").exactOptional(),
      cursor: z.string().exactOptional(),
      limit,
    }),
    answer: z.object({ items: z.array(bookingJson), next: z.string().nullable() }),
  },
  estimatePrices: {
    method: "POST",
    path: "/api/v1/prices/estimate",
    summary: "What a plan would cost at least and at most, by country and category",
    body: estimateBody,
    answer: estimateJson,
  },
  getConversationPrices: {
    method: "GET",
    path: "/api/v1/conversations/:id/prices",
    summary: "What the next message of a conversation would cost",
    params: byId,
    answer: conversationPricesJson,
  },
  getTariffs: {
    method: "GET",
    path: "/api/v1/prices/tariffs",
    summary: "By which tariff the workspace is charged, and which there are",
    answer: tariffsJson,
  },
  choosePrices: {
    method: "PUT",
    path: "/api/v1/prices/settings",
    summary: "Choose the tariff, from the first day of this month on, and one's own markup",
    body: z.object({
      tariff: z.string().min(1).max(80),
      markup: z.object({
        basisPoints: z.number().int().min(0).max(100_000),
        fixedMicros: z.number().int().min(0).max(1_000_000_000_000),
      }),
    }),
    answer: tariffsJson,
  },
  getRateCard: {
    method: "GET",
    path: "/api/v1/prices/cards",
    summary: "The prices of a tariff on a day",
    query: z.object({ tariff: z.string().min(1).max(80), day: z.iso.date() }),
    answer: rateCardJson,
  },
  createTariff: {
    method: "POST",
    path: "/api/v1/prices/tariffs",
    summary: "Write down a tariff of one's own",
    body: ownTariffBody,
    answer: ownTariffJson,
  },
  changeTariff: {
    method: "PUT",
    path: "/api/v1/prices/tariffs/:id",
    summary: "Change a tariff of one's own",
    params: byId,
    body: ownTariffBody,
    answer: ownTariffJson,
  },
  removeTariff: {
    method: "DELETE",
    path: "/api/v1/prices/tariffs/:id",
    summary: "Remove a tariff of one's own that is not in force",
    params: byId,
    answer: done,
  },
  listBudgets: {
    method: "GET",
    path: "/api/v1/prices/budgets",
    summary: "Budgets, and what is spent of them",
    answer: z.object({ items: z.array(budgetJson) }),
  },
  createBudget: {
    method: "POST",
    path: "/api/v1/prices/budgets",
    summary: "Limit what may be spent in a day or a month",
    body: budgetBody,
    answer: budgetJson,
  },
  changeBudget: {
    method: "PUT",
    path: "/api/v1/prices/budgets/:id",
    summary: "Change a budget",
    params: byId,
    body: budgetBody,
    answer: budgetJson,
  },
  removeBudget: {
    method: "DELETE",
    path: "/api/v1/prices/budgets/:id",
    summary: "Remove a budget",
    params: byId,
    answer: done,
  },
  getReconciliation: {
    method: "GET",
    path: "/api/v1/channels/:id/reconciliation",
    summary: "Compare what was booked of a number's account with what Meta says it has charged",
    params: byId,
    query: period,
    answer: reconciliationJson,
  },
  getWhatIf: {
    method: "GET",
    path: "/api/v1/prices/what-if",
    summary: "What the same messages would have cost under other tariffs",
    query: period.extend({
      /** Ids with commas between them; "by-date" is Meta's of each day. */
      tariffs: z.string().min(1).max(600),
    }),
    answer: whatIfJson,
  },
} as const satisfies Record<string, Route>;
