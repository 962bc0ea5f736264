import { z } from "zod";
import { dryRunJson, firingJson, ruleCallJson, ruleDraftJson, ruleJson } from "../json/rule.ts";
import { type Route, byId, done, id, limit } from "../route.ts";

const paged = { cursor: z.string().exactOptional(), limit };

export const RULE_ROUTES = {
  listRules: {
    method: "GET",
    path: "/api/v1/rules",
    summary: "Automatic actions, in the order in which they are asked",
    answer: z.object({ items: z.array(ruleJson) }),
  },
  createRule: {
    method: "POST",
    path: "/api/v1/rules",
    summary: "Write a rule; it comes last",
    body: ruleDraftJson,
    answer: z.object({ id: z.string() }),
  },
  orderRules: {
    method: "PUT",
    path: "/api/v1/rules/order",
    summary: "Put the rules into an order",
    body: z.object({ ids: z.array(id).max(200) }),
    answer: done,
  },
  dryRunRule: {
    method: "POST",
    path: "/api/v1/rules/dry-run",
    summary: "What a rule would have done about the last days, beside those that are on",
    body: z.object({
      /** The rule that this would be instead of; without it, it would come last. */
      id: id.exactOptional(),
      rule: ruleDraftJson,
      days: z.number().int().min(1).max(31).exactOptional(),
    }),
    answer: dryRunJson,
  },
  listRuleFirings: {
    method: "GET",
    path: "/api/v1/rules/firings",
    summary: "What rules did and why they did not, the latest first",
    query: z.object({
      ruleId: id.exactOptional(),
      outcome: z.enum(["fired", "held", "failed"]).exactOptional(),
      ...paged,
    }),
    answer: z.object({ items: z.array(firingJson), next: z.string().nullable() }),
  },
  updateRule: {
    method: "PATCH",
    path: "/api/v1/rules/:id",
    summary: "Change a rule, or switch it on or off",
    params: byId,
    body: ruleDraftJson.partial(),
    answer: done,
  },
  deleteRule: {
    method: "DELETE",
    path: "/api/v1/rules/:id",
    summary: "Take a rule away with the record of what it did",
    params: byId,
    answer: done,
  },
  listRuleCalls: {
    method: "GET",
    path: "/api/v1/rules/:id/calls",
    summary: "The calls of a rule to the outside, the latest first",
    params: byId,
    query: z.object(paged),
    answer: z.object({ items: z.array(ruleCallJson), next: z.string().nullable() }),
  },
  getRuleSecret: {
    method: "GET",
    path: "/api/v1/rules/:id/secret",
    summary: "What the calls of a rule are signed with; null while it makes none",
    params: byId,
    answer: z.object({ secret: z.string().nullable() }),
  },
} as const satisfies Record<string, Route>;
