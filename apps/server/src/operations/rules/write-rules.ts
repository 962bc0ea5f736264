import type { AuditAction } from "@galka/core/workspaces/audit";
import { randomBytes } from "node:crypto";
import { type RuleProblem, problemsOf } from "@galka/core/automations/check-rule";
import { MOST, type Rule } from "@galka/core/automations/rule";
import type { RuleId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import {
  deleteRule as removeRow,
  findRuleSecret,
  insertRule,
  lockRules,
  orderRules as saveOrder,
  saveRuleSecret,
  updateRule as saveRule,
} from "@galka/postgres/stores/rules/rules";
import type { App } from "../../app.ts";
import { isUsablePattern } from "./patterns.ts";

export type RuleDraft = Omit<Rule, "id">;
export type RuleChange = { readonly [Key in keyof RuleDraft]?: RuleDraft[Key] | undefined };

export type RuleRefused =
  | Refused<"forbidden">
  | Refused<"not-found">
  | Refused<"too-many-rules", { readonly most: number }>
  | Refused<"rule-unusable", { readonly problems: readonly RuleProblem[] }>;

type Done = { readonly done: true };

/** Writes a rule; it comes last. It counts for what happens from then on. */
export function createRule(
  app: App,
  member: Member,
  draft: RuleDraft,
): Promise<{ readonly id: string } | RuleRefused> {
  return change(app, member, async (tx) => {
    const rules = await lockRules(tx, member.workspaceId);
    if (rules.length >= MOST.rules) return { refused: "too-many-rules", most: MOST.rules } as const;
    const problems = problemsOf(draft, isUsablePattern);
    if (problems.length > 0) return { refused: "rule-unusable", problems } as const;
    const rule: Rule = { ...draft, id: app.ids.next<"rule">() };
    await insertRule(tx, member.workspaceId, { ...rule, place: rules.length + 1 }, app.clock.now());
    await giveSecret(app, tx, member, rule);
    await note(app, tx, member, { action: "rule-created", id: rule.id, after: rule });
    return { id: rule.id };
  });
}

/** Changes what is named of a rule. What it did stays on record, and its budgets go on. */
export function updateRule(
  app: App,
  member: Member,
  id: RuleId,
  wanted: RuleChange,
): Promise<Done | RuleRefused> {
  return change(app, member, async (tx) => {
    const before = (await lockRules(tx, member.workspaceId)).find((it) => it.id === id);
    if (!before) return { refused: "not-found" } as const;
    const rule: Rule = { ...before, ...defined(wanted) };
    const problems = problemsOf(rule, isUsablePattern);
    if (problems.length > 0) return { refused: "rule-unusable", problems } as const;
    await saveRule(tx, member.workspaceId, rule, app.clock.now());
    await giveSecret(app, tx, member, rule);
    await note(app, tx, member, { action: "rule-changed", id, before, after: rule });
    return { done: true } as const;
  });
}

export function deleteRule(app: App, member: Member, id: RuleId): Promise<Done | RuleRefused> {
  return change(app, member, async (tx) => {
    const before = (await lockRules(tx, member.workspaceId)).find((it) => it.id === id);
    if (!before) return { refused: "not-found" } as const;
    await removeRow(tx, member.workspaceId, id);
    await note(app, tx, member, { action: "rule-deleted", id, before });
    return { done: true } as const;
  });
}

/** Puts the rules into this order; those that are not named come after them as they were. */
export function orderRules(
  app: App,
  member: Member,
  ids: readonly string[],
): Promise<Done | RuleRefused> {
  return change(app, member, async (tx) => {
    const before = (await lockRules(tx, member.workspaceId)).map((it) => it.id);
    await saveOrder(tx, member.workspaceId, ids);
    const by = byMember(member);
    const order = { before: { ids: before }, after: { ids } };
    const entry = { id: app.ids.next(), by, ...order };
    await recordAudit(tx, member.workspaceId, app.clock.now(), [
      { ...entry, action: "rules-ordered" },
    ]);
    return { done: true } as const;
  });
}

/** What the calls of a rule are signed with; null while it makes none. */
export function readRuleSecret(
  app: App,
  member: Member,
  id: RuleId,
): Promise<{ readonly secret: string | null } | RuleRefused> {
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    if (!may(member, "automations.manage")) return { refused: "forbidden" };
    const rules = await lockRules(tx, workspaceId);
    if (!rules.some((it) => it.id === id)) return { refused: "not-found" };
    const sealed = await findRuleSecret(tx, workspaceId, id);
    return { secret: sealed && app.sealer.open(sealed, secretContext(id)) };
  });
}

export function secretContext(ruleId: string): string {
  return `rule:${ruleId}`;
}

async function giveSecret(app: App, tx: Tx, member: Member, rule: Rule): Promise<void> {
  if (!rule.actions.some(({ kind }) => kind === "webhook")) return;
  const secret = randomBytes(32).toString("base64url");
  const sealed = app.sealer.seal(secret, secretContext(rule.id));
  await saveRuleSecret(tx, member.workspaceId, rule.id, sealed);
}

async function change<Result extends object>(
  app: App,
  member: Member,
  work: (tx: Tx) => Promise<Result | RuleRefused>,
): Promise<Result | RuleRefused> {
  if (!may(member, "automations.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const result = await inWorkspace(app.db, workspaceId, async (tx) => {
    const done = await work(tx);
    if ("refused" in done) return done;
    const changed = { kind: "collection-changed", otherId: "rules" } as const;
    await appendEvents(tx, workspaceId, app.clock.now(), [changed]);
    return done;
  });
  if (!("refused" in result)) app.wake.tell("events", workspaceId);
  return result;
}

type Change = {
  readonly action: AuditAction;
  readonly id: string;
  readonly before?: Rule;
  readonly after?: Rule;
};

function note(app: App, tx: Tx, member: Member, { id, action, before, after }: Change) {
  const entry = {
    id: app.ids.next(),
    by: byMember(member),
    action,
    subjectId: id,
    before: before ? told(before) : null,
    after: after ? told(after) : null,
  };
  return recordAudit(tx, member.workspaceId, app.clock.now(), [entry]);
}

/** What a rule says to people stands in the rule, not in the record of who changed it. */
function told({ name, isOn, trigger, conditions, actions }: Rule) {
  return {
    name,
    isOn,
    trigger: trigger.kind,
    conditions: conditions.map(({ kind }) => kind),
    actions: actions.map(({ kind }) => kind),
  };
}

function defined(change: RuleChange): Partial<RuleDraft> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
