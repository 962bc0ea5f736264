import type { Refused } from "@galka/core/kernel/refused";
import {
  SLA_MOST,
  type SlaPolicy,
  type SlaPolicyProblem,
  problemOfSlaPolicy,
} from "@galka/core/sla/sla-policy";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { type AuditEntry, byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import {
  deleteSlaPolicy as removeRow,
  listSlaPolicies,
  lockSlaPolicies,
  orderSlaPolicies as saveOrder,
  saveSlaPolicy,
} from "@galka/postgres/stores/sla/sla-policies";
import type { App } from "../../app.ts";
import { askToSettle } from "./settle-all.ts";

/** The policies in their order; everyone may see what they are measured by. */
export function readSlaPolicies(app: App, member: Member): Promise<SlaPolicy[]> {
  return inWorkspace(app.db, member.workspaceId, (tx) => listSlaPolicies(tx, member.workspaceId));
}

export type SlaPolicyDraft = Omit<SlaPolicy, "id">;
export type SlaPolicyRefused =
  | Refused<"forbidden">
  | Refused<"not-found">
  | Refused<"sla-policy-invalid", { readonly problem: SlaPolicyProblem | "too-many" }>;

type Done = { readonly done: true };

/** Sets targets; they come last. */
export function createSlaPolicy(
  app: App,
  member: Member,
  draft: SlaPolicyDraft,
): Promise<{ readonly id: string } | SlaPolicyRefused> {
  return change(app, member, async (tx, policies) => {
    const problem = policies.length >= SLA_MOST.policies ? "too-many" : problemOfSlaPolicy(draft);
    if (problem !== null) return { refused: "sla-policy-invalid", problem };
    const policy = { ...draft, id: app.ids.next<"sla-policy">() };
    await saveSlaPolicy(tx, member.workspaceId, policy);
    const about = { subjectId: policy.id, after: told(policy) };
    return { result: { id: policy.id }, entry: { action: "sla-policy-created", ...about } };
  });
}

/** Sets targets anew; clocks that are due already stay as they are. */
export function updateSlaPolicy(
  app: App,
  member: Member,
  id: string,
  draft: SlaPolicyDraft,
): Promise<Done | SlaPolicyRefused> {
  return change(app, member, async (tx, policies) => {
    const before = policies.find((it) => it.id === id);
    if (!before) return { refused: "not-found" };
    const problem = problemOfSlaPolicy(draft);
    if (problem !== null) return { refused: "sla-policy-invalid", problem };
    const policy = { ...draft, id };
    await saveSlaPolicy(tx, member.workspaceId, policy);
    const states = { before: told(before), after: told(policy) };
    return { result: DONE, entry: { action: "sla-policy-changed", subjectId: id, ...states } };
  });
}

/** Takes targets away. What their clocks counted stays. */
export function deleteSlaPolicy(
  app: App,
  member: Member,
  id: string,
): Promise<Done | SlaPolicyRefused> {
  return change(app, member, async (tx, policies) => {
    const before = policies.find((it) => it.id === id);
    if (!before) return { refused: "not-found" };
    await removeRow(tx, member.workspaceId, id);
    const about = { subjectId: id, before: told(before) };
    return { result: DONE, entry: { action: "sla-policy-deleted", ...about } };
  });
}

/** Asks the policies in this order; those that are not named come after them as they were. */
export function orderSlaPolicies(
  app: App,
  member: Member,
  ids: readonly string[],
): Promise<Done | SlaPolicyRefused> {
  return change(app, member, async (tx, policies) => {
    await saveOrder(tx, member.workspaceId, ids);
    const order = { before: { ids: policies.map(({ id }) => id) }, after: { ids } };
    return { result: DONE, entry: { action: "sla-policies-ordered", ...order } };
  });
}

const DONE: Done = { done: true };

type Made<R> = {
  readonly result: R;
  readonly entry: Pick<AuditEntry, "action" | "subjectId" | "before" | "after">;
};

/**
 * Changes the policies, remembers who did, and asks in the same transaction for
 * every clock to be set anew.
 */
async function change<R extends object>(
  app: App,
  member: Member,
  work: (tx: Tx, policies: readonly SlaPolicy[]) => Promise<Made<R> | SlaPolicyRefused>,
): Promise<R | SlaPolicyRefused> {
  if (!may(member, "settings.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const made = await inWorkspace(app.db, workspaceId, async (tx) => {
    const done = await work(tx, await lockSlaPolicies(tx, workspaceId));
    if ("refused" in done) return done;
    const now = app.clock.now();
    const entry = { ...done.entry, id: app.ids.next(), by: byMember(member) };
    await recordAudit(tx, workspaceId, now, [entry]);
    await askToSettle(tx, workspaceId);
    await appendEvents(tx, workspaceId, now, [{ kind: "collection-changed", otherId: "sla" }]);
    return done;
  });
  if ("refused" in made) return made;
  app.wake.tell("events", workspaceId);
  return made.result;
}

function told(policy: SlaPolicy): Readonly<Record<string, unknown>> {
  const { name, isOn, scope, minutes, countedIn, warnPercent } = policy;
  return { name, isOn, scope, minutes, countedIn, warnPercent };
}
