import { type TierBudget, type TierLimit, tierBudgetOf, tierLimit } from "@galka/core/health/tier";
import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import type { Tx } from "@galka/postgres/database";
import { findTier, findTierUse, lockTier } from "@galka/postgres/stores/health/tier-people";

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

/** The tier's limit as far as it is known; null is without one. */
export async function tierLimitOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
): Promise<TierLimit> {
  return tierLimit(await findTier(tx, workspaceId, channelId));
}

/** How many more people may be written to first; null is without a limit, and then nobody is counted. */
export async function tierLeft(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  now: Date,
): Promise<number | null> {
  if ((await tierLimitOf(tx, workspaceId, channelId)).people === null) return null;
  return (await tierBudget(tx, workspaceId, channelId, now)).left;
}

/**
 * The budget for whoever is about to move people towards the sender. Until `tx`
 * ends nobody else promises places: another number of the portfolio may be fed
 * at this moment.
 */
export async function lockedTierBudget(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  now: Date,
): Promise<TierBudget> {
  await lockTier(tx, workspaceId, channelId);
  return tierBudget(tx, workspaceId, channelId, now);
}
