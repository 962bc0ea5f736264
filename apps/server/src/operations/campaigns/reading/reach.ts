import { countryOfDigits } from "@galka/core/billing/countries";
import type { Estimate } from "@galka/core/billing/estimate-cost";
import type { CampaignMessage } from "@galka/core/campaigns/plan";
import { type Alike, type HourRules, isAgainst } from "@galka/core/campaigns/people-groups";
import type { Skip } from "@galka/core/campaigns/recipient";
import type { FrequencyCap } from "@galka/core/consent/frequency-cap";
import type { Identity } from "@galka/core/contacts/identity";
import { type ChannelId, idOf } from "@galka/core/kernel/ids";
import type { TemplateCategory } from "@galka/core/templates/template";
import type { Member } from "@galka/core/workspaces/member";
import { audienceQuery, findMissingParts } from "@galka/postgres/stores/audience/audience-query";
import {
  type AudienceGroup,
  type PlaceSigns,
  groupAudience,
} from "@galka/postgres/stores/campaigns/audience-facts";
import { loadConsentSettings } from "@galka/postgres/stores/consent/consent-settings";
import { estimatePlan } from "../../prices/estimate-plan.ts";
import type { CampaignDesk } from "../campaign-desk.ts";
import { messagesOf, readyMessage } from "../campaign-templates.ts";
import type { CampaignDraft } from "../write-campaigns.ts";

/** People of an audience who are alike, and why they would not be written to, if so. */
export type ReachGroup = AudienceGroup & Alike & { readonly skip: Skip | null };

export type Reach = {
  readonly groups: readonly ReachGroup[];
  readonly rules: HourRules;
  readonly category: TemplateCategory;
};

/** Whom a campaign would reach that starts then, by what the feeder will ask of each. */
export async function readReach(
  desk: CampaignDesk,
  member: Member,
  draft: CampaignDraft,
  starts: Date,
): Promise<Reach> {
  const { tx, workspaceId } = desk;
  const [message] = messagesOf(draft.plan);
  const category = await categoryOf(desk, draft.channelId, message);
  const marketing = category === "marketing" ? await loadConsentSettings(tx, workspaceId) : null;
  const rules: HourRules = { start: draft.plan.start, marketing };
  const caps = marketing?.caps ?? [];
  const found = await groupsOf(desk, member, draft, { asksConsent: marketing !== null, caps });
  const groups = found.map((group): ReachGroup => {
    const identities = identitiesOf(group);
    const takesPlace = !group.inWindow && !group.isCounted;
    const isAgainstRule = isAgainst(starts, identities, rules);
    return { ...group, identities, takesPlace, skip: skipOf(group, isAgainstRule) };
  });
  return { groups, rules, category };
}

/** What a message is counted as; marketing while nothing is chosen, which is the stricter. */
export async function categoryOf(
  { tx, workspaceId }: CampaignDesk,
  channelId: string,
  message: CampaignMessage | undefined,
): Promise<TemplateCategory> {
  if (!message) return "marketing";
  const ready = await readyMessage(tx, { workspaceId, channelId: idOf(channelId) }, message);
  return ready?.template.category ?? "marketing";
}

async function groupsOf(
  { tx, workspaceId, now }: CampaignDesk,
  member: Member,
  { audience, channelId }: CampaignDraft,
  asked: { readonly asksConsent: boolean; readonly caps: readonly FrequencyCap[] },
): Promise<AudienceGroup[]> {
  if ((await findMissingParts(tx, workspaceId, audience)).length > 0) return [];
  const asking = { now, memberId: member.id, teamIds: [] };
  const people = await audienceQuery(tx, workspaceId, audience, asking);
  return groupAudience(tx, workspaceId, people, { channelId: idOf(channelId), now, ...asked });
}

/** The beginning of a number or of an id says as much of the place as the whole. */
export function identitiesOf({ prefix, bsuidCountry }: PlaceSigns): Identity[] {
  return [
    ...(prefix === null ? [] : [{ kind: "phone", value: prefix } as const]),
    ...(bsuidCountry === null ? [] : [{ kind: "bsuid", value: bsuidCountry } as const]),
  ];
}

/** In the order in which the feeder asks. */
function skipOf(group: AudienceGroup, isAgainstRule: boolean): Skip | null {
  if (group.isBlocked) return "blocked";
  if (!group.isReachable) return "no-identity";
  if (!group.agrees) return "no-consent";
  return isAgainstRule ? "country-rule" : null;
}

/** How many people of each of these groups are left when so many of all of them are left out. */
export function without(of: readonly ReachGroup[], leftOut: number): ReachGroup[] {
  let behind = sum(of);
  let most = leftOut;
  return of.map((group) => {
    // What is rounded away from one is left to those after it.
    const part = Math.min(group.count, Math.round((most * group.count) / Math.max(1, behind)));
    behind -= group.count;
    most -= part;
    return { ...group, count: group.count - part };
  });
}

/** Of messages that Meta takes fewer than so many are hardly ever delivered; only those cost. */
const LEAST_DELIVERED = 0.8;

export type PriceWish = {
  readonly channelId: ChannelId;
  readonly starts: Date;
  readonly category: TemplateCategory;
};

/** What it costs at least and at most to write to them, by the workspace's tariff of that day. */
export async function priceReach(
  { tx, workspaceId }: CampaignDesk,
  { channelId, starts, category }: PriceWish,
  reached: readonly ReachGroup[],
): Promise<Estimate> {
  const byCountry = Map.groupBy(reached, ({ prefix }) => countryOfDigits(prefix));
  const groups = [...byCountry].map(([country, of]) => ({
    country,
    category,
    count: sum(of),
    inWindow: sum(of.filter(({ inWindow }) => inWindow)),
    inFreeEntry: 0,
  }));
  const plan = { channelId, groups, leastDelivered: LEAST_DELIVERED };
  return (await estimatePlan(tx, workspaceId, starts, plan)) ?? { lines: [], totals: [] };
}

function sum(groups: readonly { readonly count: number }[]): number {
  return groups.reduce((all, { count }) => all + count, 0);
}
