import { forecast, type PeopleGroup, type Road } from "@galka/core/campaigns/forecast";
import { groupPeople } from "@galka/core/campaigns/people-groups";
import { type Campaign, listRunning } from "@galka/postgres/stores/campaigns/campaigns";
import { nextDueAt, samplePlanned } from "@galka/postgres/stores/campaigns/planned-people";
import { loadConsentSettings } from "@galka/postgres/stores/consent/consent-settings";
import { listFreed } from "@galka/postgres/stores/health/tier-people";
import { findSendingChannel } from "@galka/postgres/stores/outgoing/sending-channels";
import { brakeOf } from "../../health/brake-of.ts";
import { tierLeft } from "../../health/tier-budget.ts";
import type { CampaignDesk } from "../campaign-desk.ts";
import { messagesOf, readyMessage } from "../campaign-templates.ts";
import { awaitsSecondTry } from "../replan.ts";
import { identitiesOf } from "./reach.ts";

export const WAITS = [
  "first-wave",
  "tier",
  "brake",
  "template",
  "budget",
  "local-hour",
  "quiet-hours",
  "sequence",
  "second-try",
  "channel",
] as const;
export type WaitsFor = (typeof WAITS)[number];

/** What keeps a campaign from moving anybody at this moment. */
export async function waitOf(
  desk: CampaignDesk,
  campaign: Campaign,
  left: number,
): Promise<WaitsFor | null> {
  const { tx, workspaceId, now } = desk;
  const { status, channelId, waveSize, waveSentAt, waveJudgedAt, plan } = campaign;
  if (status.state === "held") return status.hold === "restored" ? null : status.hold;
  if (status.state !== "running") return null;
  if (waveSize !== null && waveSentAt !== null && waveJudgedAt === null) return "first-wave";
  const channel = await findSendingChannel(tx, workspaceId, channelId);
  if (channel?.status !== "connected") return "channel";
  if (left === 0) {
    if (await awaitsSecondTry(desk, campaign)) return "second-try";
    return plan.steps.length > 0 ? "sequence" : null;
  }
  if ((await tierLeft(tx, workspaceId, channelId, now)) === 0) return "tier";
  const isLocal = plan.start.kind === "local";
  if (isLocal && (campaign.startsAt ?? now) > new Date(now.getTime() - DAY_MS)) return "local-hour";
  const due = await nextDueAt(tx, workspaceId, campaign.id);
  return due && due > now ? "quiet-hours" : null;
}

const DAY_MS = 24 * 60 * 60_000;
const STEADY_SHARE = 0.9;

/**
 * When the last of those who are left is written to, if nothing changes. A first
 * wave is taken to be found good; null where a person decides what follows it.
 */
export async function endOf(
  desk: CampaignDesk,
  campaign: Campaign,
  left: number,
): Promise<Date | null> {
  const { tx, workspaceId, now } = desk;
  const { channelId, status, perMinute } = campaign;
  if (status.state !== "running") return null;
  const wave = waveAhead(campaign, left, now);
  if (wave === null) return null;
  const channel = await findSendingChannel(tx, workspaceId, channelId);
  if (channel?.status !== "connected") return null;
  const { factor } = await brakeOf(tx, workspaceId, channelId);
  const running = await listRunning(tx, workspaceId, channelId);
  const share = (channel.throughputPerSecond * STEADY_SHARE * factor) / Math.max(1, running.length);
  const places = await tierLeft(tx, workspaceId, channelId, now);
  const people = await peopleLeft(desk, campaign, left);
  const freed = places === null ? [] : await listFreed(tx, workspaceId, channelId, now);
  const perSecond = Math.min(share, perMinute === null ? Infinity : perMinute / 60);
  const road = { perSecond, others: [], places, freed, firstWave: wave.firstWave };
  return forecast(wave.from, people, road).endsAt;
}

type WaveAhead = { readonly from: Date; readonly firstWave: Road["firstWave"] };

/** What of a first wave is still before the others: who of it is left, or the wait until it is judged. */
function waveAhead(campaign: Campaign, left: number, now: Date): WaveAhead | null {
  const { waveSize, waveSentAt, waveJudgedAt, audienceCount } = campaign;
  const rule = campaign.plan.firstWave;
  if (!rule || waveSize === null || waveJudgedAt !== null) return { from: now, firstWave: null };
  if (rule.onGood === "wait") return null;
  const waitMs = rule.waitMinutes * 60_000;
  if (waveSentAt === null) {
    const people = Math.max(1, waveSize - ((audienceCount ?? left) - left));
    return { from: now, firstWave: { people, waitMs } };
  }
  const judgedMs = waveSentAt.getTime() + waitMs;
  return { from: new Date(Math.max(now.getTime(), judgedMs)), firstWave: null };
}

/** So many of those who are left stand for all of them. */
const SAMPLE = 500;

/** At which hours those who are left may be written to. */
async function peopleLeft(
  desk: CampaignDesk,
  { id, plan, channelId }: Campaign,
  left: number,
): Promise<readonly PeopleGroup[]> {
  const { tx, workspaceId, now } = desk;
  const [message] = messagesOf(plan);
  const ready = message && (await readyMessage(tx, { workspaceId, channelId }, message));
  const isMarketing = ready?.template.category !== "utility";
  const marketing = isMarketing ? await loadConsentSettings(tx, workspaceId) : null;
  const asked = { channelId, caps: marketing?.caps ?? [], now };
  const some = await samplePlanned(tx, workspaceId, { campaignId: id, most: SAMPLE, asked });
  const all = some.reduce((sum, { count }) => sum + count, 0);
  const people = some.map(({ count, cappedUntil, ...of }) => ({
    identities: identitiesOf(of),
    count: Math.round((count * left) / all),
    takesPlace: true,
    cappedUntil,
  }));
  return groupPeople(now, people, { start: plan.start, marketing }).groups;
}
