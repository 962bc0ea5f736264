import { countryOfDigits } from "@galka/core/billing/countries";
import { type Funnel, funnelOf } from "@galka/core/campaigns/recipient";
import type { Member } from "@galka/core/workspaces/member";
import { type CampaignCost, sumCampaigns } from "@galka/postgres/stores/billing/campaign-costs";
import type { Campaign } from "@galka/postgres/stores/campaigns/campaigns";
import { type Minute, readCounts, readCourse } from "@galka/postgres/stores/campaigns/counts";
import { countByPrefix } from "@galka/postgres/stores/campaigns/recipient-list";
import type { App } from "../../../app.ts";
import { type Forbidden, type NotFound, campaignOf, readCampaigns } from "../campaign-desk.ts";
import { sumsOf, templateNames } from "./read-campaigns.ts";

export type CountryReach = {
  readonly country: string;
  readonly sent: number;
  readonly delivered: number;
  readonly read: number;
};

/** What a campaign has brought. */
export type CampaignReport = {
  readonly campaign: Campaign;
  readonly funnel: Funnel;
  readonly variants: readonly {
    readonly variant: number;
    readonly templateId: string;
    readonly templateName: string | null;
    readonly language: string | null;
    readonly funnel: Funnel;
  }[];
  readonly course: readonly Minute[];
  readonly countries: readonly CountryReach[];
  /** What is booked of it; none while nothing is. */
  readonly costs: readonly CampaignCost[];
};

const DAYS = 7;
const DAY_MS = 24 * 60 * 60_000;

export function readCampaignReport(
  app: App,
  member: Member,
  id: string,
): Promise<CampaignReport | Forbidden | NotFound> {
  return readCampaigns(app, member, async (desk) => {
    const { tx, workspaceId } = desk;
    const campaign = await campaignOf(desk, id);
    if ("refused" in campaign) return campaign;
    const counts = await readCounts(tx, workspaceId, [id]);
    const names = await templateNames(desk, campaign);
    const since = campaign.frozenAt ?? campaign.createdAt;
    const course = await readCourse(tx, workspaceId, id, { since, by: "hour" });
    const until = since.getTime() + DAYS * DAY_MS;
    return {
      campaign,
      funnel: funnelOf(sumsOf(counts)),
      variants: campaign.plan.messages.map(({ templateId }, variant) => ({
        variant,
        templateId,
        templateName: names.get(templateId)?.name ?? null,
        language: names.get(templateId)?.language ?? null,
        funnel: funnelOf(sumsOf(counts.filter((it) => it.step === 0 && it.variant === variant))),
      })),
      course: course.filter(({ at }) => at.getTime() <= until),
      countries: reachByCountry(await countByPrefix(tx, workspaceId, id)),
      costs: (await sumCampaigns(tx, workspaceId, [id])).get(id) ?? [],
    };
  });
}

function reachByCountry(
  rows: readonly (Omit<CountryReach, "country"> & { readonly prefix: string | null })[],
): CountryReach[] {
  const byCountry = Map.groupBy(rows, ({ prefix }) => countryOfDigits(prefix));
  const sum = (of: readonly Omit<CountryReach, "country">[], what: "sent" | "delivered" | "read") =>
    of.reduce((all, it) => all + it[what], 0);
  return [...byCountry]
    .map(([country, of]) => ({
      country,
      sent: sum(of, "sent"),
      delivered: sum(of, "delivered"),
      read: sum(of, "read"),
    }))
    .toSorted((one, other) => other.sent - one.sent);
}
