import { waveSize } from "@galka/core/campaigns/first-wave";
import { firstStart, nextStart } from "@galka/core/campaigns/starts";
import { audienceQuery, findMissingParts } from "@galka/postgres/stores/audience/audience-query";
import {
  type Campaign,
  findCampaign,
  insertCampaign,
  lockCampaign,
  saveCampaign,
} from "@galka/postgres/stores/campaigns/campaigns";
import { addTallies } from "@galka/postgres/stores/campaigns/counts";
import { freezeAudience, markWave } from "@galka/postgres/stores/campaigns/frozen-audience";
import { type CampaignDesk, idsFor, tellCampaigns } from "./campaign-desk.ts";
import { makeMove } from "./make-move.ts";

const SYSTEM = { by: "system" } as const;

/** Begins a campaign whose time has come; false when it has not. */
export async function startDue(desk: CampaignDesk, id: string): Promise<boolean> {
  const { tx, workspaceId, now } = desk;
  const campaign = await lockCampaign(tx, workspaceId, id);
  if (campaign?.status.state !== "scheduled") return false;
  if (campaign.startsAt === null || campaign.startsAt > now) return false;
  await makeMove(desk, campaign, { move: { move: "start" }, mover: SYSTEM });
  return true;
}

/**
 * Freezes the audience of a campaign that has begun, once; answers how many
 * people it is.
 *
 * Who is in it at this moment is in it for good: no label, no segment and no
 * contact that changes later does. One whose segment or list is gone is stopped:
 * somebody who was to be left out would not be.
 */
export async function freezeCampaign(desk: CampaignDesk, id: string): Promise<number | null> {
  const { app, tx, workspaceId, now } = desk;
  const campaign = await lockCampaign(tx, workspaceId, id);
  if (campaign?.status.state !== "running" || campaign.frozenAt !== null) return null;
  const { audience, plan } = campaign;
  const missing = await findMissingParts(tx, workspaceId, audience);
  if (missing.length > 0) {
    const why = { missing };
    await makeMove(desk, campaign, { move: { move: "stop" }, mover: SYSTEM, why });
    return 0;
  }
  const memberId = campaign.status.launchedBy ?? campaign.createdBy;
  const people = await audienceQuery(tx, workspaceId, audience, { now, memberId, teamIds: [] });
  const frozen = { campaignId: id, people, dueAt: now, ids: idsFor(app) };
  const count = await freezeAudience(tx, workspaceId, frozen, now);
  const size = plan.firstWave ? waveSize(count, plan.firstWave.percent) : null;
  if (size !== null) await markWave(tx, workspaceId, id, size);
  await addTallies(tx, workspaceId, [
    { campaignId: id, step: 0, variant: -1, what: "planned", delta: count },
  ]);
  const change = { frozenAt: now, audienceCount: count, ...(size !== null && { waveSize: size }) };
  await saveCampaign(tx, workspaceId, id, change);
  await planRepeat(desk, campaign);
  await tellCampaigns(desk, [id]);
  return count;
}

/** Makes the next of a campaign that repeats, with the agreement that this one has. */
async function planRepeat(desk: CampaignDesk, campaign: Campaign): Promise<void> {
  const { app, tx, workspaceId, now } = desk;
  const { plan, startsAt, status } = campaign;
  if (!plan.repeat || !startsAt) return;
  const next = nextStart(startsAt, now, plan.repeat);
  if (next === null) return;
  const id = app.ids.next<"campaign">();
  const start = { kind: "at", at: next.toISOString() } as const;
  const repeat = { ...plan.repeat, from: firstStart(startsAt, plan.repeat).toISOString() };
  const { name, channelId, audience, createdBy } = campaign;
  const row = { id, name, channelId, audience, createdBy, clientId: null };
  const repeatsId = campaign.repeatsId ?? campaign.id;
  await insertCampaign(
    tx,
    workspaceId,
    { ...row, repeatsId, plan: { ...plan, start, repeat } },
    now,
  );
  const made = await findCampaign(tx, workspaceId, id);
  if (!made) throw new Error(`The campaign ${id} is gone.`);
  const { launchedBy } = status;
  await makeMove(
    desk,
    { ...made, status: { ...made.status, launchedBy } },
    {
      move: { move: "launch", needsApproval: false, isLater: true },
      mover: SYSTEM,
      with: { launchedAt: now, startsAt: next, approvedBy: campaign.approvedBy },
    },
  );
}
