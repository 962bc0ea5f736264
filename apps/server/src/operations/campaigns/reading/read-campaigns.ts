import {
  MARKS,
  RECIPIENT_STATES,
  type Funnel,
  type RecipientCounts,
  funnelOf,
} from "@galka/core/campaigns/recipient";
import type { CampaignState } from "@galka/core/campaigns/life-cycle";
import type { Rival } from "@galka/core/campaigns/split-test";
import { type Member, may } from "@galka/core/workspaces/member";
import { type CampaignCost, sumCampaigns } from "@galka/postgres/stores/billing/campaign-costs";
import { type MoveMade, listMoves } from "@galka/postgres/stores/campaigns/campaign-moves";
import { type Campaign, listCampaigns } from "@galka/postgres/stores/campaigns/campaigns";
import {
  type Count,
  type Minute,
  readCounts,
  readCourse,
} from "@galka/postgres/stores/campaigns/counts";
import { explainProblems } from "@galka/postgres/stores/campaigns/recipient-list";
import { findRivals } from "@galka/postgres/stores/campaigns/wave-figures";
import { findTemplate } from "@galka/postgres/stores/templates";
import type { Page, TimeCursor } from "@galka/postgres/stores/views/page";
import type { App } from "../../../app.ts";
import {
  type CampaignDesk,
  type Forbidden,
  type NotFound,
  campaignOf,
  readCampaigns,
} from "../campaign-desk.ts";
import { type WaitsFor, endOf, waitOf } from "./what-is-left.ts";

/** A line of the list. */
export type CampaignRow = {
  readonly campaign: Campaign;
  readonly funnel: Funnel;
  readonly templateNames: readonly string[];
  /** What is booked of it; none while nothing is. */
  readonly costs: readonly CampaignCost[];
};

/** A campaign with everything that its page shows. */
export type CampaignView = CampaignRow & {
  readonly counts: readonly Count[];
  /** By the problem: what was said of it. */
  readonly explained: ReadonlyMap<string, unknown>;
  readonly rivals: readonly Rival[];
  readonly names: ReadonlyMap<string, TemplateName>;
  readonly perSecond: number;
  readonly minutes: readonly Minute[];
  readonly waitsFor: WaitsFor | null;
  readonly endsAt: Date | null;
  readonly moves: readonly MoveMade[];
  readonly can: readonly Ability[];
};

export type Ability =
  | "edit"
  | "launch"
  | "approve"
  | "reject"
  | "recall"
  | "pause"
  | "resume"
  | "stop"
  | "delete"
  | "retry";

export function readCampaignList(
  app: App,
  member: Member,
  wish: { readonly state?: CampaignState; readonly after?: TimeCursor; readonly limit: number },
): Promise<Page<CampaignRow, TimeCursor> | Forbidden> {
  return readCampaigns(app, member, async (desk) => {
    const { tx, workspaceId } = desk;
    const { items, next } = await listCampaigns(tx, workspaceId, wish);
    const ids = items.map(({ id }) => id);
    const counts = await readCounts(tx, workspaceId, ids);
    const costs = await sumCampaigns(tx, workspaceId, ids);
    const rows = await Promise.all(
      items.map(async (campaign) => {
        const names = await templateNames(desk, campaign);
        const own = counts.filter(({ campaignId }) => campaignId === campaign.id);
        return {
          campaign,
          funnel: funnelOf(sumsOf(own)),
          templateNames: namesOf(names),
          costs: costs.get(campaign.id) ?? [],
        };
      }),
    );
    return { items: rows, next };
  });
}

export function readCampaign(
  app: App,
  member: Member,
  id: string,
): Promise<CampaignView | Forbidden | NotFound> {
  return readCampaigns(app, member, async (desk) => {
    const campaign = await campaignOf(desk, id);
    if ("refused" in campaign) return campaign;
    const { tx, workspaceId } = desk;
    const counts = await readCounts(tx, workspaceId, [id]);
    const names = await templateNames(desk, campaign);
    const problems = counts.flatMap(({ what }) =>
      what.startsWith("failed ") ? [what.slice("failed ".length)] : [],
    );
    const { test } = campaign.plan;
    const left = sumsOf(counts).planned;
    const minutes = await minutesOf(desk, id);
    return {
      campaign,
      counts,
      funnel: funnelOf(sumsOf(counts)),
      templateNames: namesOf(names),
      costs: (await sumCampaigns(tx, workspaceId, [id])).get(id) ?? [],
      names,
      explained: await explainProblems(tx, workspaceId, id, [...new Set(problems)]),
      rivals: test ? await findRivals(tx, workspaceId, { campaignId: id, by: test.by }) : [],
      perSecond: speedOf(minutes, desk.now),
      minutes,
      waitsFor: await waitOf(desk, campaign, left),
      endsAt: left > 0 ? await endOf(desk, campaign, left) : null,
      moves: await listMoves(tx, workspaceId, id),
      can: abilitiesOf(campaign, member),
    };
  });
}

function namesOf(names: ReadonlyMap<string, TemplateName>): string[] {
  return [...new Set([...names.values()].map(({ name }) => name))];
}

/** How many of each state there are, over all steps and variants. */
export function sumsOf(counts: readonly Count[]): RecipientCounts {
  const sum = (what: string) =>
    counts.reduce((all, it) => (it.what === what ? all + it.count : all), 0);
  const entries = [...RECIPIENT_STATES, ...MARKS].map((what) => [what, sum(what)] as const);
  const [planned, queued, unknown, sent, delivered, read, failed, skipped, tapped, answered, out] =
    entries.map(([, count]) => count);
  return {
    planned: planned ?? 0,
    queued: queued ?? 0,
    unknown: unknown ?? 0,
    sent: sent ?? 0,
    delivered: delivered ?? 0,
    read: read ?? 0,
    failed: failed ?? 0,
    skipped: skipped ?? 0,
    tapped: tapped ?? 0,
    answered: answered ?? 0,
    "opted-out": out ?? 0,
  };
}

export type TemplateName = { readonly name: string; readonly language: string };

/** What the templates of its messages are called, by their ids. */
export async function templateNames(
  { tx, workspaceId }: CampaignDesk,
  { plan, channelId }: Campaign,
): Promise<ReadonlyMap<string, TemplateName>> {
  const names = new Map<string, TemplateName>();
  for (const { templateId } of plan.messages) {
    const template = await findTemplate(tx, workspaceId, channelId, templateId);
    if (template) names.set(templateId, { name: template.name, language: template.language });
  }
  return names;
}

const MINUTE_MS = 60_000;
const CURVE_MINUTES = 60;

/** How many people were moved to the sender in each minute of the last hour; minutes with nobody are left out. */
async function minutesOf({ tx, workspaceId, now }: CampaignDesk, id: string): Promise<Minute[]> {
  const since = new Date(now.getTime() - CURVE_MINUTES * MINUTE_MS);
  const course = await readCourse(tx, workspaceId, id, { since, by: "minute" });
  return course.filter(({ what }) => what === "queued");
}

/** People a second who were moved to the sender over the last minutes. */
function speedOf(minutes: readonly Minute[], now: Date): number {
  const since = Math.floor(now.getTime() / MINUTE_MS - 1) * MINUTE_MS;
  const queued = minutes.filter(({ at }) => at.getTime() >= since);
  const first = queued[0]?.at;
  if (!first) return 0;
  const seconds = Math.max(1, (now.getTime() - first.getTime()) / 1000);
  return queued.reduce((sum, { count }) => sum + count, 0) / seconds;
}

const MOVES_IN: Readonly<Record<CampaignState, readonly Ability[]>> = {
  draft: ["edit", "launch", "delete"],
  approval: ["approve", "reject", "recall"],
  scheduled: ["recall", "stop"],
  running: ["pause", "stop", "retry"],
  paused: ["resume", "stop", "retry"],
  held: ["resume", "pause", "stop", "retry"],
  finished: ["retry", "delete"],
  stopped: ["retry", "delete"],
};

/** What this member may do with it now; nobody agrees to what they launched themselves. */
function abilitiesOf({ status }: Campaign, member: Member): readonly Ability[] {
  if (!may(member, "campaigns.manage")) return [];
  const all = MOVES_IN[status.state];
  return status.launchedBy === member.id ? all.filter((it) => it !== "approve") : all;
}
