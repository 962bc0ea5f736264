import type { CountsJson, FigurePart } from "@galka/contract/json/statistics";
import { isCountable } from "@galka/core/figures/period";
import type { Member } from "@galka/core/workspaces/member";
import type { DayCounts } from "@galka/postgres/stores/figures/counts";
import {
  type FigureWish,
  listBehindFigure,
  readStatistics,
} from "../../operations/figures/read-statistics.ts";
import { readAnswerTimes } from "../../operations/figures/read-answer-times.ts";
import { listClosing } from "../../operations/figures/list-closing.ts";
import { handle } from "../handle.ts";
import { presentConversation } from "../present/conversation.ts";
import { RefusedRequest } from "../refusals.ts";

const USUAL_LIMIT = 50;

export const statisticsRoutes = {
  getStatistics: handle("getStatistics", async ({ app, member, query }) => {
    const read = await readStatistics(app, member, wishOf(member, query));
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
    const read = await readAnswerTimes(app, member, wishOf(member, query));
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
    const figure = { ...wishOf(member, query), measure: query.measure };
    const found = await listBehindFigure(app, member, figure, query.limit ?? USUAL_LIMIT);
    return "refused" in found ? found : { items: found.items.map(presentConversation) };
  }),
};

type FigureQuery = {
  readonly from: string;
  readonly to: string;
  readonly part?: Exclude<FigurePart, "workspace">;
  readonly partId?: string;
};

/** What a query for figures asks for; refuses a period that cannot be counted. */
export function wishOf(member: Member, { from, to, part, partId }: FigureQuery): FigureWish {
  if (!isCountable({ from, to }))
    throw invalid("to", "must not be before from, nor 400 days after it");
  if ((part === undefined) !== (partId === undefined)) {
    throw invalid("partId", "goes together with part");
  }
  const scope =
    part === undefined || partId === undefined
      ? ({ part: "workspace", partId: member.workspaceId } as const)
      : { part, partId };
  return { scope, period: { from, to } };
}

function invalid(field: string, problem: string): RefusedRequest {
  return new RefusedRequest("invalid-request", { problems: [{ field, problem }] });
}

const MEASURES = ["incoming", "outgoing", "sent", "delivered", "read", "failed"] as const;

function sumOf(days: readonly DayCounts[]): CountsJson {
  const sum = { incoming: 0, outgoing: 0, sent: 0, delivered: 0, read: 0, failed: 0 };
  for (const day of days) for (const measure of MEASURES) sum[measure] += day[measure];
  return sum;
}
