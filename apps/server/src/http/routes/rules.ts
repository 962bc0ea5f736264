import type { FiringJson } from "@galka/contract/json/rule";
import { idOf } from "@galka/core/kernel/ids";
import type { FiringView } from "@galka/postgres/stores/rules/firings";
import { dryRunRule } from "../../operations/rules/dry-run.ts";
import { readCalls, readFirings, readRules } from "../../operations/rules/read-rules.ts";
import {
  createRule,
  deleteRule,
  orderRules,
  readRuleSecret,
  updateRule,
} from "../../operations/rules/write-rules.ts";
import { parseTimeCursor, presentTimeCursor } from "../cursor.ts";
import { handle } from "../handle.ts";

const PAGE = 50;
const WEEK = 7;

export const ruleRoutes = {
  listRules: handle("listRules", async ({ app, member }) => {
    const read = await readRules(app, member);
    if ("refused" in read) return read;
    return {
      items: read.items.map((rule) => ({
        ...rule,
        createdAt: rule.createdAt.toISOString(),
        updatedAt: rule.updatedAt.toISOString(),
      })),
    };
  }),
  createRule: handle("createRule", ({ app, member, body }) => createRule(app, member, body)),
  orderRules: handle("orderRules", ({ app, member, body }) => orderRules(app, member, body.ids)),
  updateRule: handle("updateRule", ({ app, member, params, body }) =>
    updateRule(app, member, idOf(params.id), body),
  ),
  deleteRule: handle("deleteRule", ({ app, member, params }) =>
    deleteRule(app, member, idOf(params.id)),
  ),
  dryRunRule: handle("dryRunRule", async ({ app, member, body }) => {
    const run = await dryRunRule(app, member, { ...body, days: body.days ?? WEEK });
    if ("refused" in run) return run;
    const items = run.items.map((it) => ({ ...it, at: it.at.toISOString() }));
    return { ...run, from: run.from.toISOString(), until: run.until.toISOString(), items };
  }),
  listRuleFirings: handle("listRuleFirings", async ({ app, member, query }) => {
    const { cursor, limit = PAGE, ...which } = query;
    const after = cursor === undefined ? {} : { after: parseTimeCursor(cursor) };
    const page = await readFirings(app, member, { ...which, ...after, limit });
    if ("refused" in page) return page;
    return { items: page.items.map(presentFiring), next: presentTimeCursor(page.next) };
  }),
  listRuleCalls: handle("listRuleCalls", async ({ app, member, params, query }) => {
    const { cursor, limit = PAGE } = query;
    const after = cursor === undefined ? {} : { after: parseTimeCursor(cursor) };
    const page = await readCalls(app, member, { ruleId: idOf(params.id), ...after, limit });
    if ("refused" in page) return page;
    const items = page.items.map((it) => ({
      ...it,
      createdAt: it.createdAt.toISOString(),
      triedAt: it.triedAt?.toISOString() ?? null,
    }));
    return { items, next: presentTimeCursor(page.next) };
  }),
  getRuleSecret: handle("getRuleSecret", ({ app, member, params }) =>
    readRuleSecret(app, member, idOf(params.id)),
  ),
};

function presentFiring(firing: FiringView): FiringJson {
  const { kind, actions, at, ...rest } = firing;
  return {
    ...rest,
    kind,
    at: at.toISOString(),
    actions: actions.map((it) => ({
      kind: it.kind,
      became: it.became,
      because: it.because ?? null,
      otherId: it.otherId ?? null,
    })),
  };
}
