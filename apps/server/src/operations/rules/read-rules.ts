import type { RuleId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import {
  type FiringQuery,
  type FiringView,
  listFirings,
} from "@galka/postgres/stores/rules/firings";
import { type CallView, listCalls } from "@galka/postgres/stores/rules/rule-calls";
import { type RuleView, listRules } from "@galka/postgres/stores/rules/rules";
import type { Page, TimeCursor } from "@galka/postgres/stores/views/page";
import type { App } from "../../app.ts";

const WEEK_MS = 7 * 24 * 60 * 60_000;

/** The rules in their order, with how often they fired in a week. */
export async function readRules(
  app: App,
  member: Member,
): Promise<{ readonly items: readonly RuleView[] } | Refused<"forbidden">> {
  if (!may(member, "automations.manage")) return { refused: "forbidden" };
  const weekAgo = new Date(app.clock.now().getTime() - WEEK_MS);
  const { workspaceId } = member;
  return {
    items: await inWorkspace(app.db, workspaceId, (tx) => listRules(tx, workspaceId, weekAgo)),
  };
}

/** What rules did and why they did not. */
export async function readFirings(
  app: App,
  member: Member,
  query: FiringQuery,
): Promise<Page<FiringView, TimeCursor> | Refused<"forbidden">> {
  if (!may(member, "automations.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, (tx) => listFirings(tx, workspaceId, query));
}

export type CallQuery = {
  readonly ruleId: RuleId;
  readonly after?: TimeCursor;
  readonly limit: number;
};

/** A rule's calls to the outside. */
export async function readCalls(
  app: App,
  member: Member,
  query: CallQuery,
): Promise<Page<CallView, TimeCursor> | Refused<"forbidden"> | Refused<"not-found">> {
  if (!may(member, "automations.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const rules = await listRules(tx, workspaceId, app.clock.now());
    if (!rules.some(({ id }) => id === query.ruleId)) return { refused: "not-found" };
    return listCalls(tx, workspaceId, query);
  });
}
