import { z } from "zod";
import { conversationJson } from "../json/conversation.ts";
import {
  answerTimesJson,
  figurePartJson,
  measureJson,
  pricesJson,
  statisticsJson,
} from "../json/statistics.ts";
import { type Route, id, limit } from "../route.ts";

export const figureQuery = z.object({
  /** Both days are included. At most 400 days at once. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** Left out for the whole workspace. */
  part: figurePartJson.exclude(["workspace"]).exactOptional(),
  partId: id.exactOptional(),
});

export const STATISTICS_ROUTES = {
  getStatistics: {
    method: "GET",
    path: "/api/v1/statistics",
    summary: "What came in and went out: by day, by hour of the week, and by part",
    query: figureQuery,
    answer: statisticsJson,
  },
  getAnswerTimes: {
    method: "GET",
    path: "/api/v1/statistics/answer-times",
    summary: "How long contacts waited, by the wall clock and by office hours, and how many did",
    query: figureQuery,
    answer: answerTimesJson,
  },
  listFigureConversations: {
    method: "GET",
    path: "/api/v1/statistics/conversations",
    summary: "The conversations that a count is made of, those with the latest message of it first",
    query: figureQuery.extend({ measure: measureJson, limit }),
    answer: z.object({ items: z.array(conversationJson) }),
  },
  listClosingWindows: {
    method: "GET",
    path: "/api/v1/closing-windows",
    summary:
      "Who waits for an answer and whose service window shuts next, with the price now and afterwards",
    query: z.object({ limit }),
    answer: z.object({
      items: z.array(
        z.object({
          conversation: conversationJson,
          closesAt: z.iso.datetime(),
          prices: pricesJson,
        }),
      ),
    }),
  },
} as const satisfies Record<string, Route>;
