import type { SlaFiguresJson } from "@galka/contract/json/sla";
import type { SlaPolicy } from "@galka/core/sla/sla-policy";
import type { SlaCount } from "@galka/postgres/stores/figures/sla-counts";
import {
  listBehindSlaFigure,
  readSlaAlerts,
  readSlaDue,
  readSlaFigures,
  seeSlaAlerts,
} from "../../../operations/sla/read-sla.ts";
import {
  createSlaPolicy,
  deleteSlaPolicy,
  orderSlaPolicies,
  readSlaPolicies,
  updateSlaPolicy,
} from "../../../operations/sla/write-sla-policies.ts";
import { handle } from "../../handle.ts";
import { presentConversation } from "../../present/conversation.ts";
import { figureWishOf } from "../../parse/figure-wish.ts";

const USUAL_LIMIT = 50;

export const slaRoutes = {
  listSlaPolicies: handle("listSlaPolicies", async ({ app, member }) => ({
    items: (await readSlaPolicies(app, member)).map(presentPolicy),
  })),

  createSlaPolicy: handle("createSlaPolicy", ({ app, member, body }) =>
    createSlaPolicy(app, member, body),
  ),

  updateSlaPolicy: handle("updateSlaPolicy", ({ app, member, params, body }) =>
    updateSlaPolicy(app, member, params.id, body),
  ),

  deleteSlaPolicy: handle("deleteSlaPolicy", ({ app, member, params }) =>
    deleteSlaPolicy(app, member, params.id),
  ),

  orderSlaPolicies: handle("orderSlaPolicies", ({ app, member, body }) =>
    orderSlaPolicies(app, member, body.ids),
  ),

  listSlaDue: handle("listSlaDue", async ({ app, member, query }) => {
    const due = await readSlaDue(app, member, query.limit ?? USUAL_LIMIT);
    return "refused" in due ? due : { items: due.items.map(presentConversation) };
  }),

  listSlaAlerts: handle("listSlaAlerts", async ({ app, member }) => {
    const alerts = await readSlaAlerts(app, member);
    if ("refused" in alerts) return alerts;
    const items = alerts.items.map((it) => ({
      ...it,
      at: it.at.toISOString(),
      dueAt: it.dueAt.toISOString(),
    }));
    return { items, unseenCount: items.filter(({ isSeen }) => !isSeen).length };
  }),

  readSlaAlerts: handle("readSlaAlerts", ({ app, member }) => seeSlaAlerts(app, member)),

  getSlaFigures: handle("getSlaFigures", async ({ app, member, query }) => {
    const figures = await readSlaFigures(app, member, figureWishOf(member, query));
    return "refused" in figures ? figures : figuresOf(figures.counts);
  }),

  listSlaConversations: handle("listSlaConversations", async ({ app, member, query }) => {
    const { outcome, target = null, limit } = query;
    const figure = { ...figureWishOf(member, query), outcome, target };
    const found = await listBehindSlaFigure(app, member, figure, limit ?? USUAL_LIMIT);
    return "refused" in found ? found : { items: found.items.map(presentConversation) };
  }),
};

function presentPolicy(policy: SlaPolicy) {
  return { ...policy, minutes: { ...policy.minutes } };
}

function figuresOf(counts: readonly SlaCount[]): SlaFiguresJson {
  const of = (target: SlaCount["target"]) => {
    const countOf = (outcome: SlaCount["outcome"]) =>
      counts.find((it) => it.target === target && it.outcome === outcome)?.count ?? 0;
    return { kept: countOf("kept"), broken: countOf("broken") };
  };
  return {
    "first-answer": of("first-answer"),
    "next-answer": of("next-answer"),
    resolution: of("resolution"),
  };
}
