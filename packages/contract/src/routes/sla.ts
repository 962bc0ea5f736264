import { z } from "zod";
import { conversationJson, slaTargetJson } from "../json/conversation.ts";
import { slaAlertJson, slaFiguresJson, slaPolicyDraftJson, slaPolicyJson } from "../json/sla.ts";
import { type Route, byId, done, id, limit } from "../route.ts";
import { figureQuery } from "./statistics.ts";

export const SLA_ROUTES = {
  listSlaPolicies: {
    method: "GET",
    path: "/api/v1/sla/policies",
    summary: "How soon contacts are to be answered and cases closed; the first that fits counts",
    answer: z.object({ items: z.array(slaPolicyJson) }),
  },
  createSlaPolicy: {
    method: "POST",
    path: "/api/v1/sla/policies",
    summary: "Set targets; they come last and count from now on, also where somebody waits already",
    body: slaPolicyDraftJson,
    answer: z.object({ id }),
  },
  updateSlaPolicy: {
    method: "PUT",
    path: "/api/v1/sla/policies/:id",
    summary: "Set targets anew. Clocks that are due already stay as they are",
    params: byId,
    body: slaPolicyDraftJson,
    answer: done,
  },
  deleteSlaPolicy: {
    method: "DELETE",
    path: "/api/v1/sla/policies/:id",
    summary: "Take targets away; their clocks end, and what they counted stays",
    params: byId,
    answer: done,
  },
  orderSlaPolicies: {
    method: "PUT",
    path: "/api/v1/sla/order",
    summary: "Ask the policies in this order; those that are not named come after them",
    body: z.object({ ids: z.array(id).max(100) }),
    answer: done,
  },
  listSlaDue: {
    method: "GET",
    path: "/api/v1/sla/due",
    summary: "The conversations whose clocks are due first, broken ones in front",
    query: z.object({ limit }),
    answer: z.object({ items: z.array(conversationJson) }),
  },
  listSlaAlerts: {
    method: "GET",
    path: "/api/v1/sla/alerts",
    summary:
      "What of one's own conversations will soon be due or was broken in the last week; of all that is broken for whoever gives conversations to others",
    answer: z.object({ items: z.array(slaAlertJson), unseenCount: z.number() }),
  },
  readSlaAlerts: {
    method: "POST",
    path: "/api/v1/sla/alerts/read",
    summary: "Mark all alerts as seen",
    body: z.object({}),
    answer: done,
  },
  getSlaFigures: {
    method: "GET",
    path: "/api/v1/statistics/sla",
    summary: "How many targets were kept and broken",
    query: figureQuery,
    answer: slaFiguresJson,
  },
  listSlaConversations: {
    method: "GET",
    path: "/api/v1/statistics/sla/conversations",
    summary: "The conversations in which targets were kept or broken, the latest first",
    query: figureQuery.extend({
      outcome: z.enum(["kept", "broken"]),
      /** Left out for all. */
      target: slaTargetJson.exactOptional(),
      limit,
    }),
    answer: z.object({ items: z.array(conversationJson) }),
  },
} as const satisfies Record<string, Route>;
