import { holdThreads } from "@galka/postgres/stores/receiving/threads";
import { type QueueWish, queueRecipients } from "@galka/postgres/stores/campaigns/feed";
import { hasStoppingBudgets } from "@galka/postgres/stores/billing/budgets";
import type { Purpose } from "@galka/core/sends/send";
import { type Room, budgetRoom, expectCosts } from "../../prices/budgets/budget-room.ts";
import { LANE_OF } from "../../sends/outgoing-payload.ts";
import type { CampaignDesk } from "../campaign-desk.ts";
import type { ToSend } from "./decide-recipients.ts";

/** Who lies before the sender, and what was wanting for the next of those who do not. */
export type Budgeted = { readonly sent: readonly ToSend[]; readonly wants: Room | null };

/**
 * Moves people to the sender as far as the budgets go, in their order.
 *
 * What every message may cost at most counts as spent from here on, under the
 * lock of the budgets: so a budget is never overshot by what is on its way, and
 * however many campaigns, processes and members ask at once, each coin is given
 * away once. What Galka and Meta count differently remains: where Meta charges
 * more than the tariff says, that is found when it is booked, and what was fed
 * meanwhile (two seconds of the number's speed) is beyond the budget.
 *
 * The budgets are asked once for a group, and not at all where none stops.
 */
export async function queueWithinBudgets(
  { tx, workspaceId, now }: CampaignDesk,
  { campaignId, channelId }: Pick<QueueWish, "campaignId" | "channelId">,
  sends: readonly ToSend[],
): Promise<Budgeted> {
  const isKept = sends.length > 0 && (await hasStoppingBudgets(tx, workspaceId));
  // A reply locks its conversation before the budgets: in the other order both would wait for each other.
  if (isKept) await holdThreads(tx, workspaceId, begunOf(sends));
  const sent: ToSend[] = [];
  let wants: Room | null = null;
  for (const [purpose, group] of Map.groupBy(sends, (it): Purpose => it.purpose)) {
    const asked = { workspaceId, channelId, purpose, now };
    const phones = group.map(({ of }) => of.phone);
    const room = isKept ? await budgetRoom(tx, asked, phones) : null;
    const fit = room ? group.slice(0, room.fits) : group;
    const wish = { campaignId, channelId, lane: LANE_OF[purpose], purpose, now };
    await queueRecipients(
      tx,
      workspaceId,
      wish,
      fit.map(({ queued }) => queued),
    );
    const ids = fit.map(({ queued }) => queued.id);
    if (room) await expectCosts(tx, asked, room, ids);
    sent.push(...fit);
    if (room?.spent) wants = room;
  }
  return { sent, wants };
}

/** The conversations of those with whom there is one. */
export function begunOf(sends: readonly Pick<ToSend, "of">[]): string[] {
  return sends.flatMap(({ of }) => (of.conversationId === null ? [] : [of.conversationId]));
}
