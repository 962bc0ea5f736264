import type { CountsJson } from "@galka/contract/json/statistics";
import type { DayCounts } from "@galka/postgres/stores/figures/counts";
import { listBehindFigure, readStatistics } from "../../operations/figures/read-statistics.ts";
import { readAnswerTimes } from "../../operations/figures/read-answer-times.ts";
import { listClosing } from "../../operations/figures/list-closing.ts";
import { handle } from "../handle.ts";
import { figureWishOf } from "../parse/figure-wish.ts";
import { presentConversation } from "../present/conversation.ts";

const USUAL_LIMIT = 50;

export const statisticsRoutes = {
  getStatistics: handle("getStatistics", async ({ app, member, query }) => {
    const read = await readStatistics(app, member, figureWishOf(member, query));
    if ("refused" in read) return read;
    const { timeZone, recountFrom, days, before, hours, parts } = read;
    return {
      timeZone,
      countingFrom: recountFrom,
      days: [...days],
      before: sumOf(before),
      hours: [...hours],
      parts: [...parts],
    };
  }),

  getAnswerTimes: handle("getAnswerTimes", async ({ app, member, query }) => {
    const read = await readAnswerTimes(app, member, figureWishOf(member, query));
    if ("refused" in read) return read;
    return { ...read.times, members: [...read.members], queue: [...read.queue] };
  }),

  listClosingWindows: handle("listClosingWindows", async ({ app, member, query }) => {
    const closing = await listClosing(app, member, query.limit ?? USUAL_LIMIT);
    if ("refused" in closing) return closing;
    return {
      items: closing.items.map(({ conversation, closesAt, prices }) => ({
        conversation: presentConversation(conversation),
        closesAt: closesAt.toISOString(),
        prices: { ...prices },
      })),
    };
  }),

  listFigureConversations: handle("listFigureConversations", async ({ app, member, query }) => {
    const figure = { ...figureWishOf(member, query), measure: query.measure };
    const found = await listBehindFigure(app, member, figure, query.limit ?? USUAL_LIMIT);
    return "refused" in found ? found : { items: found.items.map(presentConversation) };
  }),
};

const MEASURES = ["incoming", "outgoing", "sent", "delivered", "read", "failed"] as const;

function sumOf(days: readonly DayCounts[]): CountsJson {
  const sum = { incoming: 0, outgoing: 0, sent: 0, delivered: 0, read: 0, failed: 0 };
  for (const day of days) for (const measure of MEASURES) sum[measure] += day[measure];
  return sum;
}
