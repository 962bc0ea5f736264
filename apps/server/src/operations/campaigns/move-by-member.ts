import type { CampaignState, MoveRefused } from "@galka/core/campaigns/life-cycle";
import type { CampaignMove } from "@galka/core/campaigns/life-cycle";
import type { Member } from "@galka/core/workspaces/member";
import { type Campaign, lockCampaign } from "@galka/postgres/stores/campaigns/campaigns";
import type { App } from "../../app.ts";
import { type Forbidden, type NotFound, changeCampaigns } from "./campaign-desk.ts";
import { makeMove } from "./make-move.ts";

/** What a person may ask for, beside the launch. */
export type MemberMove = "approve" | "reject" | "recall" | "pause" | "resume" | "stop";

/**
 * Moves a campaign as a member. The campaign's row is locked, so of two people
 * who press Resume at once one resumes it and the other is told the same.
 */
export function moveByMember(
  app: App,
  member: Member,
  id: string,
  move: MemberMove,
): Promise<{ readonly state: CampaignState } | Forbidden | NotFound | MoveRefused> {
  return changeCampaigns(app, member, async (desk) => {
    const campaign = await lockCampaign(desk.tx, desk.workspaceId, id);
    if (!campaign) return { refused: "not-found" } as const;
    const mover = { by: "member", id: member.id } as const;
    const moved = await makeMove(desk, campaign, {
      move: wishOf(move, campaign, desk.now),
      mover,
      ...(move === "approve" && { with: { approvedBy: member.id } }),
    });
    return "refused" in moved ? moved : { state: moved.state };
  });
}

function wishOf(move: MemberMove, { startsAt }: Campaign, now: Date): CampaignMove {
  if (move !== "approve") return { move };
  return { move, isLater: startsAt !== null && startsAt > now };
}
