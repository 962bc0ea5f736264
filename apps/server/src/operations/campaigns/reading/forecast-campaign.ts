import type { Estimate } from "@galka/core/billing/estimate-cost";
import { withLater } from "@galka/core/billing/with-later";
import { waveSize } from "@galka/core/campaigns/first-wave";
import { type Forecast, type Road, forecast } from "@galka/core/campaigns/forecast";
import { groupPeople } from "@galka/core/campaigns/people-groups";
import type { Skip } from "@galka/core/campaigns/recipient";
import { startsAt } from "@galka/core/campaigns/starts";
import type { TierBudget } from "@galka/core/health/tier";
import { idOf } from "@galka/core/kernel/ids";
import type { Member } from "@galka/core/workspaces/member";
import { listRunning } from "@galka/postgres/stores/campaigns/campaigns";
import { readCounts } from "@galka/postgres/stores/campaigns/counts";
import { findApprovalAbove } from "@galka/postgres/stores/campaigns/settings";
import { listFreed } from "@galka/postgres/stores/health/tier-people";
import { findSendingChannel } from "@galka/postgres/stores/outgoing/sending-channels";
import type { App } from "../../../app.ts";
import { type PartGone, type PartPrivate, unseenIn } from "../../audience/unseen-parts.ts";
import { brakeOf } from "../../health/brake-of.ts";
import { tierBudget } from "../../health/tier-budget.ts";
import {
  type CampaignDesk,
  type Forbidden,
  type NotFound,
  prepareCampaigns,
} from "../campaign-desk.ts";
import { type LaunchProblem, launchProblems } from "../launch-campaign.ts";
import { countIncomplete } from "./preview-campaign.ts";
import {
  type PriceWish,
  type ReachGroup,
  categoryOf,
  priceReach,
  readReach,
  without,
} from "./reach.ts";
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

/**
 * Walks through a campaign before it is launched: when it ends, whom it reaches
 * when, what it costs and what stands in its way.
 *
 * Quiet hours, rules of countries and frequency caps are asked of each person as
 * the feeder asks them. Whom another campaign writes to meanwhile is not known.
 */
export function forecastCampaign(
  app: App,
  member: Member,
  draft: CampaignDraft,
): Promise<ForecastTold | Forbidden | NotFound | PartGone | PartPrivate> {
  return prepareCampaigns(app, member, async (desk) => {
    const { tx, workspaceId, now } = desk;
    const unseen = await unseenIn(tx, member, draft.audience);
    if (unseen) return unseen;
    const channelId = idOf<"channel">(draft.channelId);
    const channel = await findSendingChannel(tx, workspaceId, channelId);
    if (!channel) return { refused: "not-found" } as const;
    const starts = startsAt(now, draft.plan.start);
    const { groups, rules, category } = await readReach(desk, member, draft, starts);
    const open = groups.filter(({ skip }) => skip === null);
    const tier = await tierBudget(tx, workspaceId, channelId, now);
    const { brake, factor } = await brakeOf(tx, workspaceId, channelId);
    const own = draft.plan.perMinute === null ? Infinity : draft.plan.perMinute / 60;
    const perSecond = Math.min(own, channel.throughputPerSecond * STEADY_SHARE * factor);
    const { groups: people } = groupPeople(starts, open, rules);
    const road = await roadOf(desk, draft, { perSecond, tier, count: sum(people) });
    const told = forecast(starts, people, road);
    const tooOften = told.tooOften.reduce((all, count) => all + count, 0);
    const reached = people.flatMap(({ of }, n) => without(of, told.tooOften[n] ?? 0));
    const above = await findApprovalAbove(tx, workspaceId);
    const incomplete = await countIncomplete(desk, member, draft);
    return {
      audienceCount: sum(groups),
      skips: skipsOf(groups, tooOften),
      startsAt: starts,
      perSecond,
      forecast: told,
      tier,
      cost: await priceAll(desk, draft, { channelId, starts, category }, reached),
      problems: await launchProblems(desk, { ...draft, channelId }),
      warnings: warningsOf({ groups, told, brake, incomplete }),
      needsApproval: above !== null && sum(groups) > above,
    };
  });
}

/** Its own message, and every step of its sequence for as long as nobody answers. */
async function priceAll(
  desk: CampaignDesk,
  { plan, channelId }: CampaignDraft,
  wish: PriceWish,
  reached: readonly ReachGroup[],
): Promise<Estimate> {
  const first = await priceReach(desk, wish, reached);
  const silent = reached.map((group) => ({ ...group, inWindow: false }));
  const later: Estimate[] = [];
  for (const { message } of plan.steps) {
    const category = await categoryOf(desk, channelId, message);
    later.push(await priceReach(desk, { ...wish, category }, silent));
  }
  return withLater(first, later);
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

function warningsOf(found: {
  readonly groups: readonly ReachGroup[];
  readonly told: Forecast;
  readonly brake: string;
  readonly incomplete: number;
}): ForecastWarning[] {
  const without = sum(found.groups.filter(({ skip }) => skip === "no-consent"));
  const warnings: ForecastWarning[] = [];
  const { reached, unreached } = found.told;
  if (reached + unreached === 0) {
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

function skipsOf(groups: readonly ReachGroup[], tooOften: number): ForecastTold["skips"] {
  const byReason = Map.groupBy(groups, ({ skip }) => skip);
  const skips = [...byReason].flatMap(([reason, of]) =>
    reason === null ? [] : [{ reason, count: sum(of) }],
  );
  return tooOften === 0 ? skips : [...skips, { reason: "frequency-cap", count: tooOften }];
}

function sum(groups: readonly { readonly count: number }[]): number {
  return groups.reduce((all, { count }) => all + count, 0);
}
