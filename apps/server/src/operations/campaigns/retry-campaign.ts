import { afterFailure } from "@galka/core/campaigns/after-failure";
import type { CampaignState, MoveRefused } from "@galka/core/campaigns/life-cycle";
import type { Refused } from "@galka/core/kernel/refused";
import type { Member } from "@galka/core/workspaces/member";
import { byMember } from "@galka/postgres/stores/audit";
import { type Campaign, lockCampaign } from "@galka/postgres/stores/campaigns/campaigns";
import type { App } from "../../app.ts";
import {
  type CampaignDesk,
  type Forbidden,
  type NotFound,
  changeCampaigns,
  noteCampaign,
} from "./campaign-desk.ts";
import { launchProblems } from "./launch-campaign.ts";
import { makeMove } from "./make-move.ts";
import { replan } from "./replan.ts";

export type RetryRefused =
  | Forbidden
  | NotFound
  | MoveRefused
  | Refused<"never-again", { readonly problems: readonly string[] }>
  | Refused<"campaign-state", { readonly state: CampaignState }>
  /** In a restored database: those who failed before may have been tried again since the copy. */
  | Refused<"tried-in-lost-time", { readonly until: Date }>;

/**
 * Writes once more to those who failed by these causes, where Meta allows it: of
 * a cause that asks for time only those for whom it has passed. A campaign that
 * has ended goes on for them.
 */
export function retryCampaign(
  app: App,
  member: Member,
  id: string,
  problems: readonly string[],
): Promise<{ readonly count: number } | RetryRefused> {
  return changeCampaigns(app, member, async (desk) => {
    const campaign = await lockCampaign(desk.tx, desk.workspaceId, id);
    if (!campaign) return { refused: "not-found" } as const;
    const never = problems.filter((it) => afterFailure(it).again === "never");
    if (never.length > 0) return { refused: "never-again", problems: never } as const;
    const { state } = campaign.status;
    if (state === "draft" || state === "approval" || state === "scheduled") {
      return { refused: "campaign-state", state } as const;
    }
    const count = await again(desk, campaign, problems);
    if (count === 0 && campaign.doubtedAt !== null) {
      return { refused: "tried-in-lost-time", until: campaign.doubtedAt } as const;
    }
    if (count > 0 && (state === "finished" || state === "stopped")) {
      const mover = { by: "member", id: member.id } as const;
      const moved = await makeMove(desk, campaign, { move: { move: "reopen" }, mover });
      if ("refused" in moved) return moved;
    }
    const after = { problems, count };
    const by = byMember(member);
    await noteCampaign(desk, { by, action: "campaign-retried", campaignId: id, after });
    return { count };
  });
}

async function again(
  desk: CampaignDesk,
  campaign: Campaign,
  problems: readonly string[],
): Promise<number> {
  let count = 0;
  for (const problem of problems) {
    const next = afterFailure(problem);
    if (next.again === "never") continue;
    if (next.again === "with-template" && (await restsItsTemplate(desk, campaign))) continue;
    const waitMs = next.again === "after" ? next.ms : 0;
    const before = new Date(desk.now.getTime() - waitMs);
    count += await replan(desk, campaign, { problems: [problem], before });
  }
  return count;
}

async function restsItsTemplate(desk: CampaignDesk, campaign: Campaign): Promise<boolean> {
  const problems = await launchProblems(desk, campaign);
  return problems.some(({ what }) => what === "template-not-approved");
}
