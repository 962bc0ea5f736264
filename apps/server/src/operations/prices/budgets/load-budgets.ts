import type { BudgetState } from "@galka/core/billing/budget";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Tx } from "@galka/postgres/database";
import { listBudgets } from "@galka/postgres/stores/billing/budgets";
import { todayOf } from "./today.ts";

/** A day after it was sent a message is not waited for any more: its cost is not expected. */
const EXPECTED_MS = 86_400_000;

/** Every budget in its present period, with what is on its way; `today` is the day that it is for them. */
export async function loadBudgets(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<{ readonly today: string; readonly budgets: readonly BudgetState[] }> {
  const today = await todayOf(tx, workspaceId, now);
  const since = new Date(now.getTime() - EXPECTED_MS);
  return { today, budgets: await listBudgets(tx, workspaceId, today, since) };
}
