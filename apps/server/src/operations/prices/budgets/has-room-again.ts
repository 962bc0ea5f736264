import { isRoomAgain } from "@galka/core/billing/budget";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Tx } from "@galka/postgres/database";
import { z } from "zod";
import { loadBudgets } from "./load-budgets.ts";

/** What a campaign lacked when a budget stopped it, as it was written down. */
const lacking = z.object({
  lack: z.object({
    channelId: z.string(),
    purpose: z.enum(["service", "marketing", "utility", "authentication"]),
    currency: z.string(),
    amountMicros: z.number(),
  }),
});

/** Whether there is money again for what waits: another day or month, or a budget that was raised or removed. */
export async function hasRoomAgain(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  why: unknown,
): Promise<boolean> {
  const { data } = lacking.safeParse(why);
  // Whoever feeds it asks again, and writes down what is wanting.
  if (!data) return true;
  const { budgets } = await loadBudgets(tx, workspaceId, now);
  return isRoomAgain(budgets, data.lack);
}
