import {
  type CampaignMove,
  type CampaignState,
  type CampaignStatus,
  type MoveRefused,
  type Mover,
  moveCampaign,
} from "@galka/core/campaigns/life-cycle";
import type { Actor } from "@galka/postgres/stores/audit";
import { insertMove } from "@galka/postgres/stores/campaigns/campaign-moves";
import {
  type Campaign,
  type CampaignChange,
  saveCampaign,
} from "@galka/postgres/stores/campaigns/campaigns";
import { addTallies } from "@galka/postgres/stores/campaigns/counts";
import {
  cancelQueued,
  skipPlanned,
  withdrawQueued,
} from "@galka/postgres/stores/campaigns/withdrawn-recipients";
import { appendEvents } from "@galka/postgres/stores/events";
import { failCancelled } from "../sends/fail-cancelled.ts";
import { type CampaignDesk, noteCampaign } from "./campaign-desk.ts";
import { failedAsStopped } from "./failed-as-stopped.ts";

export type MoveWish = {
  readonly move: CampaignMove;
  readonly mover: Mover;
  /** What is kept beside the move: findings, the name of a brake. */
  readonly why?: object | null;
  /** What changes with it. */
  readonly with?: Omit<CampaignChange, "status" | "why">;
};

export type MoveDone = { readonly state: CampaignState; readonly changed: boolean };

/**
 * Moves a locked campaign, by core's rules, with all that follows from it.
 *
 * What lies before the sender and was not touched is taken back when a campaign
 * is paused, held or stopped, so it rests within moments; what is on its way
 * goes on, and what is paid for when it is held for want of money. Of a stopped one whoever was left is settled as such.
 */
export async function makeMove(
  desk: CampaignDesk,
  campaign: Campaign,
  wish: MoveWish,
): Promise<MoveDone | MoveRefused> {
  const { tx, app, workspaceId, now } = desk;
  const { id, status: before } = campaign;
  const moved = moveCampaign(before, wish.move, wish.mover);
  if ("refused" in moved) return moved;
  if (!moved.changed) return { state: before.state, changed: false };
  const { state, hold } = moved.status;
  const isOver = state === "stopped" || state === "finished";
  await saveCampaign(tx, workspaceId, id, {
    ...wish.with,
    status: moved.status,
    why: wish.why ?? null,
    endedAt: isOver ? now : null,
  });
  const memberId = wish.mover.by === "member" ? wish.mover.id : null;
  const why = hold === null ? (wish.why ?? null) : { hold, ...wish.why };
  const made = {
    id: app.ids.next<"campaign-move">(),
    at: now,
    move: wish.move.move,
    memberId,
    why,
  };
  await insertMove(tx, workspaceId, id, { ...made, before: before.state, after: state });
  if (isToRest(before, moved.status)) await rest(desk, id, state);
  await noteCampaign(desk, {
    by: actorOf(wish.mover),
    action: "campaign-moved",
    campaignId: id,
    before: { state: before.state },
    after: { state, ...(hold !== null && { hold }), move: wish.move.move },
  });
  return { state, changed: true };
}

/**
 * Whether what lies before the sender is taken back. For want of money it is
 * not: its money was there, and is given back to nobody by what goes out.
 */
function isToRest(before: CampaignStatus, after: CampaignStatus): boolean {
  if (after.state === "stopped") return true;
  if (after.state === "running" || after.hold === "budget") return false;
  return before.state === "running" || before.hold === "budget";
}

function actorOf(mover: Mover): Actor {
  return mover.by === "member" ? { actor: "member", actorId: mover.id } : { actor: "system" };
}

/** What has to be tried again is not: nobody wants it any more, whenever the number could send it. */
async function cancelRest({ tx, workspaceId, now }: CampaignDesk, id: string): Promise<void> {
  const cancelled = await cancelQueued(tx, workspaceId, id, now);
  const failed = cancelled.map((messageId) => failedAsStopped(messageId, now));
  const events = await failCancelled({ tx, workspaceId }, failed);
  await appendEvents(tx, workspaceId, now, events);
}

async function rest(desk: CampaignDesk, campaignId: string, state: CampaignState): Promise<void> {
  const { tx, workspaceId, now } = desk;
  const back = await withdrawQueued(tx, workspaceId, campaignId, now);
  const tally = (step: number, variant: number, what: string, delta: number) => ({
    campaignId,
    step,
    variant,
    what,
    delta,
  });
  await addTallies(
    tx,
    workspaceId,
    back.flatMap(({ step, variant, count }) => [
      tally(step, variant, "queued", -count),
      tally(step, variant, "planned", count),
    ]),
  );
  if (state !== "stopped") return;
  await cancelRest(desk, campaignId);
  const skipped = await skipPlanned(tx, workspaceId, campaignId, now);
  await addTallies(
    tx,
    workspaceId,
    skipped.flatMap(({ step, variant, count }) => [
      tally(step, variant, "planned", -count),
      tally(step, variant, "skipped", count),
      tally(step, variant, "skipped stopped", count),
    ]),
  );
}
