import { type Budget, type BudgetState, alarmOf } from "@galka/core/billing/budget";
import type { Refused } from "@galka/core/kernel/refused";
import type { AuditChange } from "@galka/core/workspaces/audit";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import {
  deleteBudget,
  findBudget,
  listBudgets,
  saveBudget,
} from "@galka/postgres/stores/billing/budgets";
import { findAccountOf } from "@galka/postgres/stores/billing/asked-conversation";
import { appendEvents } from "@galka/postgres/stores/events";
import type { App } from "../../../app.ts";
import { todayOf } from "./today.ts";

export type ShownBudget = BudgetState & { readonly alarm: "near" | "spent" | null };

const EXPECTED_MS = 86_400_000;

/** Every budget, with what is spent of it. Whoever writes messages may see why one was refused. */
export async function readBudgets(
  app: App,
  member: Member,
): Promise<{ readonly items: readonly ShownBudget[] } | Refused<"forbidden">> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  return inWorkspace(app.db, member.workspaceId, async (tx) => ({
    items: await shown(app, tx, member),
  }));
}

async function shown(app: App, tx: Tx, { workspaceId }: Member): Promise<ShownBudget[]> {
  const now = app.clock.now();
  const today = await todayOf(tx, workspaceId, now);
  const since = new Date(now.getTime() - EXPECTED_MS);
  const budgets = await listBudgets(tx, workspaceId, today, since);
  return budgets.map((budget) => ({ ...budget, alarm: alarmOf(budget) }));
}

type BudgetRefused = Refused<"forbidden"> | Refused<"not-found">;

/** Makes a budget, or changes one: what is spent counts from the beginning of its period either way. */
export async function keepBudget(
  app: App,
  member: Member,
  id: string | null,
  wish: Omit<Budget, "id">,
): Promise<ShownBudget | BudgetRefused> {
  return changing(app, member, async (tx, now) => {
    const { workspaceId } = member;
    const before = id === null ? null : await findBudget(tx, workspaceId, id);
    if (id !== null && !before) return { refused: "not-found" } as const;
    const isKnown =
      wish.channelId === null || (await findAccountOf(tx, workspaceId, wish.channelId)) !== null;
    if (!isKnown) return { refused: "not-found" } as const;
    const after: Budget = { ...wish, id: id ?? app.ids.next() };
    await saveBudget(tx, workspaceId, after, now);
    const entry = {
      id: app.ids.next(),
      by: byMember(member),
      action: id === null ? ("budget-created" as const) : ("budget-changed" as const),
      ...(before && { before: outline(before) }),
      after: outline(after),
    };
    await recordAudit(tx, workspaceId, now, [entry]);
    const kept = (await shown(app, tx, member)).find((budget) => budget.id === after.id);
    if (!kept) throw new Error("A budget that was just kept is not there.");
    return kept;
  });
}

export async function removeBudget(
  app: App,
  member: Member,
  id: string,
): Promise<{ readonly done: true } | BudgetRefused> {
  return changing(app, member, async (tx, now) => {
    const { workspaceId } = member;
    const before = await findBudget(tx, workspaceId, id);
    if (!before) return { refused: "not-found" } as const;
    await deleteBudget(tx, workspaceId, id);
    const entry = { id: app.ids.next(), by: byMember(member), before: outline(before) };
    await recordAudit(tx, workspaceId, now, [{ ...entry, action: "budget-removed" }]);
    return { done: true } as const;
  });
}

function outline(budget: Budget): AuditChange {
  const { id, channelId, purpose, period, currency, limitMicros, alarmPercent, stops } = budget;
  return {
    id,
    channelId,
    kind: purpose,
    scope: period,
    value: [limitMicros, currency],
    warnPercent: alarmPercent,
    isOn: stops,
  };
}

async function changing<T extends object>(
  app: App,
  member: Member,
  work: (tx: Tx, now: Date) => Promise<T>,
): Promise<T | Refused<"forbidden">> {
  if (!may(member, "settings.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const now = app.clock.now();
  const done = await inWorkspace(app.db, workspaceId, async (tx) => {
    const changed = await work(tx, now);
    if (!("refused" in changed)) {
      await appendEvents(tx, workspaceId, now, [
        { kind: "collection-changed", otherId: "budgets" },
      ]);
    }
    return changed;
  });
  app.wake.tell("events", workspaceId);
  return done;
}
