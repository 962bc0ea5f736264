import { alarmOf } from "@galka/core/billing/budget";
import { listBudgets, hasBudgets, raiseAlarms } from "@galka/postgres/stores/billing/budgets";
import type { Batch } from "../../webhooks/batch.ts";
import { todayOf } from "./today.ts";

/** Tells, once in each period, that a budget is nearly or wholly spent. */
export async function noteAlarms(batch: Batch): Promise<void> {
  const { tx, workspaceId, now, events } = batch;
  if (!(await hasBudgets(tx, workspaceId))) return;
  const today = await todayOf(tx, workspaceId, now);
  const budgets = await listBudgets(tx, workspaceId, today, now);
  const alarms = budgets.flatMap((budget) => {
    const kind = alarmOf(budget);
    return kind === null ? [] : [{ budgetId: budget.id, since: budget.since, kind }];
  });
  const raised = await raiseAlarms(tx, workspaceId, alarms, now);
  if (raised > 0) events.push({ kind: "collection-changed", otherId: "budgets" });
}
