import { type Budget, type BudgetState, alarmOf } from "@galka/core/billing/budget";
import type { Refused } from "@galka/core/kernel/refused";
import type { AuditChange } from "@galka/core/workspaces/audit";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { deleteBudget, findBudget, saveBudget } from "@galka/postgres/stores/billing/budgets";
import { findAccountOf } from "@galka/postgres/stores/billing/asked-conversation";
import type { App } from "../../../app.ts";
import { changePrices, recordChange } from "../change-prices.ts";
import { currenciesOf } from "../tariffs/currencies-of.ts";
import { loadBudgets } from "./load-budgets.ts";

export type ShownBudget = BudgetState & { readonly alarm: "near" | "spent" | null };

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
  const { budgets } = await loadBudgets(tx, workspaceId, now);
  return budgets.map((budget) => ({ ...budget, alarm: alarmOf(budget) }));
}

type BudgetRefused = Refused<"forbidden"> | Refused<"not-found">;

/** It would never meet a charge; told are the currencies that do. */
export type CurrencyNotCharged = Refused<
  "currency-not-charged",
  { readonly currencies: readonly string[] }
>;

/**
 * Makes a budget, or changes one: what is spent counts from the beginning of its
 * period either way. Only in a currency that is charged in: Meta has few cards,
 * and an account in euros pays in dollars.
 */
export async function keepBudget(
  app: App,
  member: Member,
  id: string | null,
  wish: Omit<Budget, "id">,
): Promise<ShownBudget | BudgetRefused | CurrencyNotCharged> {
  return changePrices(app, member, "budgets", async (desk) => {
    const { tx, now } = desk;
    const { workspaceId } = member;
    const before = id === null ? null : await findBudget(tx, workspaceId, id);
    if (id !== null && !before) return { refused: "not-found" } as const;
    const { channelId, currency } = wish;
    const wabaId = channelId === null ? null : await findAccountOf(tx, workspaceId, channelId);
    if (channelId !== null && wabaId === null) return { refused: "not-found" } as const;
    const currencies = await currenciesOf(tx, workspaceId, now, wabaId);
    if (!currencies.includes(currency)) {
      return { refused: "currency-not-charged", currencies } as const;
    }
    const after: Budget = { ...wish, id: id ?? app.ids.next() };
    await saveBudget(tx, workspaceId, after, now);
    await recordChange(desk, {
      action: id === null ? "budget-created" : "budget-changed",
      ...(before && { before: outline(before) }),
      after: outline(after),
    });
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
  return changePrices(app, member, "budgets", async (desk) => {
    const { tx } = desk;
    const { workspaceId } = member;
    const before = await findBudget(tx, workspaceId, id);
    if (!before) return { refused: "not-found" } as const;
    await deleteBudget(tx, workspaceId, id);
    await recordChange(desk, { action: "budget-removed", before: outline(before) });
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
