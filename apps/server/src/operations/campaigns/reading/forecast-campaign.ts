import { countryOfDigits } from "@galka/core/billing/countries";
import type { Estimate } from "@galka/core/billing/estimate-cost";
import { waveSize } from "@galka/core/campaigns/first-wave";
import {
  type Forecast,
  type PeopleGroup,
  type Road,
  forecast,
} from "@galka/core/campaigns/forecast";
import type { Skip } from "@galka/core/campaigns/recipient";
import { startsAt } from "@galka/core/campaigns/starts";
import type { TierBudget } from "@galka/core/health/tier";
import { idOf } from "@galka/core/kernel/ids";
import type { TemplateCategory } from "@galka/core/templates/template";
import type { Member } from "@galka/core/workspaces/member";
import { audienceQuery, findMissingParts } from "@galka/postgres/stores/audience/audience-query";
import { type AudienceGroup, groupAudience } from "@galka/postgres/stores/campaigns/audience-facts";
import { listRunning } from "@galka/postgres/stores/campaigns/campaigns";
import { readCounts } from "@galka/postgres/stores/campaigns/counts";
import { findApprovalAbove } from "@galka/postgres/stores/campaigns/settings";
import { listFreed } from "@galka/postgres/stores/health/tier-people";
import { findSendingChannel } from "@galka/postgres/stores/outgoing/sending-channels";
import type { App } from "../../../app.ts";
import { brakeOf } from "../../health/brake-of.ts";
import { tierBudget } from "../../health/tier-budget.ts";
import {
  type CampaignDesk,
  type Forbidden,
  type NotFound,
  prepareCampaigns,
} from "../campaign-desk.ts";
import { messagesOf, readyMessage } from "../campaign-templates.ts";
import { type LaunchProblem, launchProblems } from "../launch-campaign.ts";
import { countIncomplete } from "./preview-campaign.ts";
import { type ReachGroup, priceForecast } from "./price-forecast.ts";
import type { CampaignDraft } from "../write-campaigns.ts";

export type ForecastWarning = {
  readonly what:
    | "nobody-left"
    | "people-incomplete"
    | "people-without-consent"
    | "slower-than-a-year"
    | "brake";
  readonly count: number | null;
};

export type ForecastTold = {
  readonly audienceCount: number;
  readonly skips: readonly { readonly reason: Skip; readonly count: number }[];
  readonly startsAt: Date;
  readonly perSecond: number;
  readonly forecast: Forecast;
  readonly tier: TierBudget;
  readonly cost: Estimate;
  readonly problems: readonly LaunchProblem[];
  readonly warnings: readonly ForecastWarning[];
  readonly needsApproval: boolean;
};

/** The limiter keeps a tenth of the throughput for answers: core/channels/limiter. */
const STEADY_SHARE = 0.9;

/** Walks through a campaign before it is launched: when it ends, whom it reaches when, what stands in its way. */
export function forecastCampaign(
  app: App,
  member: Member,
  draft: CampaignDraft,
): Promise<ForecastTold | Forbidden | NotFound> {
  return prepareCampaigns(app, member, async (desk) => {
    const { tx, workspaceId, now } = desk;
    const channelId = idOf<"channel">(draft.channelId);
    const channel = await findSendingChannel(tx, workspaceId, channelId);
    if (!channel) return { refused: "not-found" } as const;
    const category = await categoryOf(desk, draft);
    const groups = await groupsOf(desk, member, draft, category);
    const open = groups.filter((it) => skipOf(it) === null);
    const starts = startsAt(now, draft.plan.start);
    const tier = await tierBudget(tx, workspaceId, channelId, now);
    const { brake, factor } = await brakeOf(tx, workspaceId, channelId);
    const own = draft.plan.perMinute === null ? Infinity : draft.plan.perMinute / 60;
    const perSecond = Math.min(own, channel.throughputPerSecond * STEADY_SHARE * factor);
    const people: PeopleGroup[] = open.map((it) => ({
      count: it.count,
      takesPlace: !it.inWindow && !it.isCounted,
      nextAllowedAt: (at) => at,
    }));
    const count = sum(open);
    const road = await roadOf(desk, draft, { perSecond, tier, count });
    const told = forecast(starts, people, road);
    const above = await findApprovalAbove(tx, workspaceId);
    const incomplete = await countIncomplete(desk, member, draft);
    return {
      audienceCount: sum(groups),
      skips: skipsOf(groups),
      startsAt: starts,
      perSecond,
      forecast: told,
      tier,
      cost: await priceForecast(desk, channel, reachOf(open, category)),
      problems: await launchProblems(desk, { ...draft, channelId }),
      warnings: warningsOf({ groups, told, brake, incomplete }),
      needsApproval: above !== null && sum(groups) > above,
    };
  });
}

/** What the campaign's own message is counted as; marketing while nothing is chosen, which is the stricter. */
async function categoryOf(
  { tx, workspaceId }: CampaignDesk,
  { plan, channelId }: CampaignDraft,
): Promise<TemplateCategory> {
  const [message] = messagesOf(plan);
  if (!message) return "marketing";
  const ready = await readyMessage(tx, { workspaceId, channelId: idOf(channelId) }, message);
  return ready?.template.category ?? "marketing";
}

async function groupsOf(
  { tx, workspaceId, now }: CampaignDesk,
  member: Member,
  { audience, channelId }: CampaignDraft,
  category: TemplateCategory,
): Promise<AudienceGroup[]> {
  if ((await findMissingParts(tx, workspaceId, audience)).length > 0) return [];
  const asking = { now, memberId: member.id, teamIds: [] };
  const people = await audienceQuery(tx, workspaceId, audience, asking);
  const asksConsent = category === "marketing";
  return groupAudience(tx, workspaceId, people, { channelId: idOf(channelId), now, asksConsent });
}

/** Why people of a group would not be written to; null when they would. */
function skipOf(group: AudienceGroup): Skip | null {
  if (group.isBlocked) return "blocked";
  if (!group.isReachable) return "no-identity";
  return group.agrees ? null : "no-consent";
}

function skipsOf(groups: readonly AudienceGroup[]): ForecastTold["skips"] {
  const byReason = Map.groupBy(groups, skipOf);
  return [...byReason].flatMap(([reason, of]) =>
    reason === null ? [] : [{ reason, count: sum(of) }],
  );
}

async function roadOf(
  { tx, workspaceId, now }: CampaignDesk,
  { plan, channelId }: CampaignDraft,
  known: { readonly perSecond: number; readonly tier: TierBudget; readonly count: number },
): Promise<Road> {
  const id = idOf<"channel">(channelId);
  const running = await listRunning(tx, workspaceId, id);
  const counts = await readCounts(
    tx,
    workspaceId,
    running.map((it) => it.id),
  );
  const leftOf = (campaignId: string) =>
    counts.reduce(
      (left, it) =>
        it.campaignId === campaignId && it.what === "planned" ? left + it.count : left,
      0,
    );
  const { perSecond, tier, count } = known;
  const { firstWave } = plan;
  return {
    perSecond,
    others: running.map((it) => ({ left: leftOf(it.id) })).filter(({ left }) => left > 0),
    places: tier.left,
    freed: tier.left === null ? [] : await listFreed(tx, workspaceId, id, now),
    firstWave: firstWave && {
      people: waveSize(count, firstWave.percent),
      waitMs: firstWave.waitMinutes * 60_000,
    },
  };
}

function reachOf(groups: readonly AudienceGroup[], category: TemplateCategory): ReachGroup[] {
  const byCountry = Map.groupBy(groups, ({ prefix }) => countryOfDigits(prefix));
  return [...byCountry].map(([country, of]) => ({
    country,
    category,
    count: sum(of),
    inWindow: sum(of.filter(({ inWindow }) => inWindow)),
  }));
}

function warningsOf(found: {
  readonly groups: readonly AudienceGroup[];
  readonly told: Forecast;
  readonly brake: string;
  readonly incomplete: number;
}): ForecastWarning[] {
  const without = sum(found.groups.filter((it) => skipOf(it) === "no-consent"));
  const warnings: ForecastWarning[] = [];
  if (found.groups.every((it) => skipOf(it) !== null)) {
    warnings.push({ what: "nobody-left", count: null });
  }
  if (without > 0) warnings.push({ what: "people-without-consent", count: without });
  if (found.incomplete > 0) warnings.push({ what: "people-incomplete", count: found.incomplete });
  if (found.told.unreached > 0) {
    warnings.push({ what: "slower-than-a-year", count: found.told.unreached });
  }
  if (found.brake !== "none") warnings.push({ what: "brake", count: null });
  return warnings;
}

function sum(groups: readonly { readonly count: number }[]): number {
  return groups.reduce((all, { count }) => all + count, 0);
}
