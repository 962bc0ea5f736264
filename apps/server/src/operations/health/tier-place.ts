import { windowAt } from "@galka/core/conversations/window";
import { type TierBudget, whenRoomReturns } from "@galka/core/health/tier";
import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { Tx } from "@galka/postgres/database";
import { findTierPlaces, listFreed } from "@galka/postgres/stores/health/tier-people";
import { lockedTierBudget, tierBudget, tierLimitOf } from "./tier-budget.ts";

/** `people` is the limit; `until` is when a place is free again, null when nobody can know. */
export type TierUsedUp = Refused<
  "tier-used-up",
  { readonly people: number; readonly until: Date | null }
>;

export type PlaceWish = {
  readonly channelId: ChannelId;
  readonly contactId: string;
  readonly lastInboundAt: Date | null;
  readonly now: Date;
};

/** With more places than this nobody who asks at the same moment can use them up. */
const PLENTY = 2_000;

/**
 * Whether one person may be written to within the tier, for a message of its own:
 * null when they may. Meta would refuse it, and count the attempt.
 *
 * An answer in the window, a number without a limit or of which none is known,
 * and a person who has a place of today cost a look at a key at most. Places that
 * are scarce are promised under the lock of the tier, after the conversation's,
 * as campaigns do it.
 */
export async function refuseBeyondTier(
  tx: Tx,
  workspaceId: WorkspaceId,
  { channelId, contactId, lastInboundAt, now }: PlaceWish,
): Promise<TierUsedUp | null> {
  if (windowAt(now, lastInboundAt).open) return null;
  const { people, isKnown } = await tierLimitOf(tx, workspaceId, channelId);
  if (people === null || !isKnown) return null;
  const asked = { channelId, contactIds: [contactId], now };
  if ((await findTierPlaces(tx, workspaceId, asked)).has(contactId)) return null;
  const room = ({ left }: TierBudget) => left ?? Infinity;
  if (people > PLENTY && room(await tierBudget(tx, workspaceId, channelId, now)) > PLENTY) {
    return null;
  }
  const budget = await lockedTierBudget(tx, workspaceId, channelId, now);
  if (room(budget) > 0) return null;
  const freed = await listFreed(tx, workspaceId, channelId, now);
  return { refused: "tier-used-up", people, until: whenRoomReturns(budget, freed) };
}
