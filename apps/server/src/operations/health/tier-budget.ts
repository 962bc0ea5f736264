import { type TierBudget, tierBudgetOf } from "@galka/core/health/tier";
import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import type { Tx } from "@galka/postgres/database";
import { findTierUse } from "@galka/postgres/stores/health/tier-people";

/**
 * How many more people the number may write to first today.
 *
 * What already waits to be sent is taken off, so that whoever moves more
 * towards the sender in the same transaction cannot promise one place twice.
 */
export async function tierBudget(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  now: Date,
): Promise<TierBudget> {
  return tierBudgetOf(await findTierUse(tx, workspaceId, channelId, now));
}
