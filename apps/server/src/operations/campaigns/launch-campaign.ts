import type { CampaignState, MoveRefused } from "@galka/core/campaigns/life-cycle";
import { type PlanProblem, planProblems } from "@galka/core/campaigns/plan";
import { startsAt } from "@galka/core/campaigns/starts";
import type { Refused } from "@galka/core/kernel/refused";
import type { Member } from "@galka/core/workspaces/member";
import { missingVariables } from "@galka/core/templates/values";
import { audienceQuery, findMissingParts } from "@galka/postgres/stores/audience/audience-query";
import { type Campaign, lockCampaign } from "@galka/postgres/stores/campaigns/campaigns";
import { countPeople } from "@galka/postgres/stores/campaigns/frozen-audience";
import { findApprovalAbove } from "@galka/postgres/stores/campaigns/settings";
import { findSendingChannel } from "@galka/postgres/stores/outgoing/sending-channels";
import type { App } from "../../app.ts";
import {
  type CampaignDesk,
  type Forbidden,
  type NotFound,
  changeCampaigns,
} from "./campaign-desk.ts";
import { messagesOf, readyMessage } from "./campaign-templates.ts";
import { makeMove } from "./make-move.ts";

/** What keeps a campaign from being launched. */
export type LaunchProblem =
  | PlanProblem
  | { readonly what: "no-audience" }
  | { readonly what: "channel-not-connected" }
  | { readonly what: "rivals-of-two-categories" }
  | {
      readonly what:
        | "template-not-found"
        | "template-not-approved"
        | "header-file-missing"
        | "variables-missing";
      readonly templateName: string | null;
    };

export type LaunchRefused =
  | Forbidden
  | NotFound
  | MoveRefused
  | Refused<"campaign-not-ready", { readonly problems: readonly LaunchProblem[] }>;

/**
 * Launches a draft: it runs, waits for its time, or for a second person.
 *
 * Its audience is frozen when it begins. Asked twice, or by two people at once,
 * it is launched once.
 */
export function launchCampaign(
  app: App,
  member: Member,
  id: string,
): Promise<{ readonly state: CampaignState } | LaunchRefused> {
  return changeCampaigns(app, member, async (desk) => {
    const { tx, workspaceId, now } = desk;
    const campaign = await lockCampaign(tx, workspaceId, id);
    if (!campaign) return { refused: "not-found" } as const;
    const { plan } = campaign;
    if (campaign.status.state === "draft") {
      const problems = await launchProblems(desk, campaign);
      if (problems.length > 0) return { refused: "campaign-not-ready", problems } as const;
    }
    const starts = startsAt(now, plan.start);
    const isLater = starts > now;
    const needsApproval = await isLarge(desk, member, campaign);
    const moved = await makeMove(desk, campaign, {
      move: { move: "launch", needsApproval, isLater },
      mover: { by: "member", id: member.id },
      with: { launchedAt: now, startsAt: starts, approvedBy: null, perMinute: plan.perMinute },
    });
    return "refused" in moved ? moved : { state: moved.state };
  });
}

async function isLarge(
  { tx, workspaceId, now }: CampaignDesk,
  member: Member,
  { audience }: Campaign,
): Promise<boolean> {
  const above = await findApprovalAbove(tx, workspaceId);
  if (above === null) return false;
  const asking = { now, memberId: member.id, teamIds: [] };
  if ((await findMissingParts(tx, workspaceId, audience)).length > 0) return false;
  return (await countPeople(tx, await audienceQuery(tx, workspaceId, audience, asking))) > above;
}

/** Everything that is to be mended before a launch. */
export async function launchProblems(
  { tx, workspaceId, now }: CampaignDesk,
  campaign: Pick<Campaign, "plan" | "audience" | "channelId">,
): Promise<LaunchProblem[]> {
  const { plan, audience, channelId } = campaign;
  const problems: LaunchProblem[] = [...planProblems(now, plan)];
  const missing = await findMissingParts(tx, workspaceId, audience);
  if (audience.of.length === 0 || missing.length > 0) problems.push({ what: "no-audience" });
  const channel = await findSendingChannel(tx, workspaceId, channelId);
  if (!channel || channel.status === "disconnected") {
    problems.push({ what: "channel-not-connected" });
  }
  const categories = new Set<string>();
  for (const message of messagesOf(plan)) {
    const ready = await readyMessage(tx, { workspaceId, channelId }, message);
    const templateName = ready?.template.name ?? null;
    if (ready && plan.messages.includes(message)) categories.add(ready.template.category);
    if (!ready) problems.push({ what: "template-not-found", templateName });
    else if (ready.template.status !== "approved") {
      problems.push({ what: "template-not-approved", templateName });
    }
    if (ready && ready.missingFiles > 0) {
      problems.push({ what: "header-file-missing", templateName });
    }
    if (ready && lacksSources(ready)) problems.push({ what: "variables-missing", templateName });
  }
  // Half of its people would need a consent and pay a price that the other half does not.
  if (categories.size > 1) problems.push({ what: "rivals-of-two-categories" });
  return problems;
}

/** Whether a variable has no source at all: then it would stay empty for everybody. */
function lacksSources({
  template,
  message,
  files,
}: NonNullable<Awaited<ReturnType<typeof readyMessage>>>): boolean {
  const given = message.values.map(({ place, key, card }) => `${place} ${key} ${card ?? ""}`);
  const filed = files.map(({ card }) => `header-file  ${card ?? ""}`);
  const has = new Set([...given, ...filed]);
  return missingVariables(template, {}).some(
    ({ place, key, card }) => !has.has(`${place} ${key} ${card ?? ""}`),
  );
}
