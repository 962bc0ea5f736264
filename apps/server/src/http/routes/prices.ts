import { idOf } from "@galka/core/kernel/ids";
import { isCountable } from "@galka/core/figures/period";
import {
  keepBudget,
  readBudgets,
  removeBudget,
} from "../../operations/prices/budgets/keep-budgets.ts";
import { readEstimate } from "../../operations/prices/estimate-plan.ts";
import { readConversationPrices } from "../../operations/prices/quote-conversation.ts";
import { readReconciliation } from "../../operations/prices/read-reconciliation.ts";
import {
  readBookings,
  readPriceMonth,
  readSpending,
} from "../../operations/prices/read-spending.ts";
import { readWhatIf } from "../../operations/prices/read-what-if.ts";
import {
  choosePrices,
  keepTariff,
  removeTariff,
} from "../../operations/prices/tariffs/change-tariffs.ts";
import { readRateCard, readTariffs } from "../../operations/prices/tariffs/read-tariffs.ts";
import { parseTimeCursor, presentTimeCursor } from "../cursor.ts";
import { handle } from "../handle.ts";
import {
  presentBooking,
  presentBudget,
  presentCard,
  presentOwnTariff,
  presentTariffs,
} from "../present/prices/prices.ts";
import { RefusedRequest } from "../refusals.ts";

const USUAL_LIMIT = 50;

export const priceRoutes = {
  getPriceMonth: handle("getPriceMonth", async ({ app, member }) => {
    const month = await readPriceMonth(app, member);
    if ("refused" in month) return month;
    return { ...month, totals: [...month.totals], freeAnswers: [...month.freeAnswers] };
  }),

  getSpending: handle("getSpending", async ({ app, member, query }) => {
    const spending = await readSpending(app, member, { period: periodOf(query), by: query.by });
    if ("refused" in spending) return spending;
    return { totals: [...spending.totals], parts: [...spending.parts] };
  }),

  listBookings: handle("listBookings", async ({ app, member, query }) => {
    const page = await readBookings(app, member, {
      ...(query.conversationId !== undefined && { conversationId: query.conversationId }),
      disagreeingOnly: query.disagreeing === "true",
      ...(query.cursor !== undefined && { after: parseTimeCursor(query.cursor) }),
      limit: query.limit ?? USUAL_LIMIT,
    });
    if ("refused" in page) return page;
    return { items: page.items.map(presentBooking), next: presentTimeCursor(page.next) };
  }),

  estimatePrices: handle("estimatePrices", async ({ app, member, body }) => {
    const estimate = await readEstimate(app, member, { ...body, channelId: idOf(body.channelId) });
    if ("refused" in estimate) return estimate;
    return { lines: [...estimate.lines], totals: [...estimate.totals] };
  }),

  getConversationPrices: handle("getConversationPrices", async ({ app, member, params }) => {
    const found = await readConversationPrices(app, member, idOf(params.id));
    if ("refused" in found) return found;
    return { country: found.country, prices: [...found.prices] };
  }),

  getTariffs: handle("getTariffs", async ({ app, member }) => {
    const tariffs = await readTariffs(app, member);
    return "refused" in tariffs ? tariffs : presentTariffs(tariffs);
  }),

  choosePrices: handle("choosePrices", async ({ app, member, body }) => {
    const tariffs = await choosePrices(app, member, body);
    return "refused" in tariffs ? tariffs : presentTariffs(tariffs);
  }),

  getRateCard: handle("getRateCard", async ({ app, member, query }) => {
    const card = await readRateCard(app, member, query);
    return "refused" in card ? card : presentCard(card);
  }),

  createTariff: handle("createTariff", async ({ app, member, body }) => {
    const tariff = await keepTariff(app, member, null, body);
    return "refused" in tariff ? tariff : presentOwnTariff(tariff);
  }),

  changeTariff: handle("changeTariff", async ({ app, member, params, body }) => {
    const tariff = await keepTariff(app, member, params.id, body);
    return "refused" in tariff ? tariff : presentOwnTariff(tariff);
  }),

  removeTariff: handle("removeTariff", ({ app, member, params }) =>
    removeTariff(app, member, params.id),
  ),

  listBudgets: handle("listBudgets", async ({ app, member }) => {
    const budgets = await readBudgets(app, member);
    return "refused" in budgets ? budgets : { items: budgets.items.map(presentBudget) };
  }),

  createBudget: handle("createBudget", async ({ app, member, body }) => {
    const budget = await keepBudget(app, member, null, body);
    return "refused" in budget ? budget : presentBudget(budget);
  }),

  changeBudget: handle("changeBudget", async ({ app, member, params, body }) => {
    const budget = await keepBudget(app, member, params.id, body);
    return "refused" in budget ? budget : presentBudget(budget);
  }),

  removeBudget: handle("removeBudget", ({ app, member, params }) =>
    removeBudget(app, member, params.id),
  ),

  getReconciliation: handle("getReconciliation", async ({ app, member, params, query }) => {
    const channelId = idOf<"channel">(params.id);
    const found = await readReconciliation(app, member, { channelId, period: periodOf(query) });
    return "refused" in found ? found : { lines: [...found.lines], totals: [...found.totals] };
  }),

  getWhatIf: handle("getWhatIf", async ({ app, member, query }) => {
    const tariffs = [...new Set(query.tariffs.split(","))];
    const found = await readWhatIf(app, member, { period: periodOf(query), tariffs });
    if ("refused" in found) return found;
    return {
      ...found,
      tariffs: found.tariffs.map(({ tariff, totals, categories }) => ({
        tariff,
        totals: [...totals],
        categories: [...categories],
      })),
    };
  }),
};

function periodOf({ from, to }: { readonly from: string; readonly to: string }) {
  if (isCountable({ from, to })) return { from, to };
  const problem = "must not be before from, nor 400 days after it";
  throw new RefusedRequest("invalid-request", { problems: [{ field: "to", problem }] });
}
