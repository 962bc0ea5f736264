import { TEMPLATE_CODES } from "@galka/core/campaigns/after-failure";
import type { Hold } from "@galka/core/campaigns/life-cycle";
import { holdsBack } from "@galka/core/health/brake";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Template } from "@galka/core/templates/template";
import { inWorkspace } from "@galka/postgres/database";
import { retrying } from "@galka/postgres/retry";
import {
  type Campaign,
  listUnderWay,
  lockCampaign,
} from "@galka/postgres/stores/campaigns/campaigns";
import { addTallies, foldTallies, readCounts } from "@galka/postgres/stores/campaigns/counts";
import { lastQueuedAt, planStep } from "@galka/postgres/stores/campaigns/sequence-steps";
import { findTemplate } from "@galka/postgres/stores/templates";
import type { App } from "../../app.ts";
import { brakeOf } from "../health/brake-of.ts";
import { hasRoomAgain } from "../prices/budgets/has-room-again.ts";
import { keepPlansFresh } from "../webhooks/apply-webhooks.ts";
import { freezeCampaign, startDue } from "./begin-campaign.ts";
import { type CampaignDesk, idsFor, tellCampaigns } from "./campaign-desk.ts";
import { messagesOf } from "./campaign-templates.ts";
import { tendWave } from "./judge-wave.ts";
import { makeMove } from "./make-move.ts";
import { awaitsSecondTry, replan, replanLater } from "./replan.ts";

const SYSTEM = { by: "system" } as const;
const HOUR_MS = 60 * 60_000;
const LARGE = 1_000;

/**
 * Does for a workspace's campaigns what time alone brings: begins them, freezes
 * their audiences, judges first waves, lets go what a brake, a budget or a template
 * has held, plans the next step of a sequence, and finishes them.
 *
 * Each thing is one transaction that looks again under the campaign's lock, so
 * several processes may be at it, and a dying one leaves nothing half done.
 */
export async function tendCampaigns(app: App, workspaceId: WorkspaceId): Promise<void> {
  const within = <T>(work: (desk: CampaignDesk) => Promise<T>): Promise<T> =>
    retrying(() =>
      inWorkspace(app.db, workspaceId, (tx) =>
        work({ app, tx, workspaceId, now: app.clock.now() }),
      ),
    );
  const underWay = await within(({ tx }) => listUnderWay(tx, workspaceId));
  for (const { id, status } of underWay) {
    if (status.state === "scheduled") await within((desk) => startDue(desk, id));
    if (status.state === "held") await within((desk) => letGo(desk, id));
    if (status.state === "running" || status.state === "scheduled") {
      const frozen = await within((desk) => freezeCampaign(desk, id));
      // Many rows have come at once: PostgreSQL would look at them in a minute.
      if (frozen !== null && frozen > LARGE) await keepPlansFresh(app);
      await within((desk) => tendWave(desk, id));
      await within((desk) => goOn(desk, id));
    }
  }
  await within(tellProgress);
  app.wake.tell("events", workspaceId);
}

/** Adds the figures up and tells whose have changed: at most once a round. */
async function tellProgress(desk: CampaignDesk): Promise<void> {
  const changed = await foldTallies(desk.tx, desk.workspaceId, desk.now);
  await tellCampaigns(desk, changed);
}

/** What held it by itself may be over. A first wave and a restored database wait for a person. */
async function letGo(desk: CampaignDesk, id: string): Promise<void> {
  const { tx, workspaceId } = desk;
  const campaign = await lockCampaign(tx, workspaceId, id);
  const hold = campaign?.status.hold ?? null;
  if (!campaign || hold === null || !(await isOver(desk, campaign, hold))) return;
  if (hold === "template") {
    const problems = TEMPLATE_CODES.map(String);
    await replan(desk, campaign, { problems, before: desk.now });
  }
  await makeMove(desk, campaign, { move: { move: "release", hold }, mover: SYSTEM });
}

async function isOver(desk: CampaignDesk, campaign: Campaign, hold: Hold): Promise<boolean> {
  const { tx, workspaceId, now } = desk;
  switch (hold) {
    case "brake": {
      const { brake } = await brakeOf(tx, workspaceId, campaign.channelId);
      const templates = await templatesOf(desk, campaign);
      return !holdsBack(
        brake,
        templates.flatMap((it) => it?.category ?? []),
      );
    }
    case "template": {
      const templates = await templatesOf(desk, campaign);
      return templates.every((it) => it?.status === "approved");
    }
    case "budget":
      return hasRoomAgain(tx, workspaceId, now, campaign.why);
    default:
      return false;
  }
}

/** Of every message of its plan; null where a template is gone. */
function templatesOf(
  { tx, workspaceId }: CampaignDesk,
  { channelId, plan }: Campaign,
): Promise<(Template | null)[]> {
  return Promise.all(
    messagesOf(plan).map(({ templateId }) => findTemplate(tx, workspaceId, channelId, templateId)),
  );
}

/**
 * Plans what follows and finishes what nothing follows, in one look at one
 * moment: an hour that came between two looks would pass unseen.
 */
async function goOn(desk: CampaignDesk, id: string): Promise<void> {
  const campaign = await lockCampaign(desk.tx, desk.workspaceId, id);
  if (campaign?.status.state !== "running" || campaign.frozenAt === null) return;
  await planNext(desk, campaign);
  await finishIfDone(desk, campaign);
}

/** Plans the next messages of a sequence, and once more those whom Meta has put off for a day. */
async function planNext(desk: CampaignDesk, campaign: Campaign): Promise<void> {
  const { app, tx, workspaceId, now } = desk;
  const { id } = campaign;
  const tallies = [];
  for (const [n, rule] of campaign.plan.steps.entries()) {
    const step = n + 1;
    const count = await planStep(
      tx,
      workspaceId,
      { campaignId: id, step, rule, ids: idsFor(app) },
      now,
    );
    tallies.push({ campaignId: id, step, variant: -1, what: "planned", delta: count });
  }
  await addTallies(tx, workspaceId, tallies);
  await replanLater(desk, campaign);
}

/** Nobody is left, nothing is on its way, and no step or second try is still to come. */
async function finishIfDone(desk: CampaignDesk, campaign: Campaign): Promise<void> {
  const { tx, workspaceId, now } = desk;
  const { id } = campaign;
  if (campaign.waveSize !== null && campaign.waveJudgedAt === null) return;
  const counts = await readCounts(tx, workspaceId, [id]);
  const sum = (...whats: string[]) =>
    counts.reduce((all, { what, count }) => (whats.includes(what) ? all + count : all), 0);
  if (sum("planned", "queued") > 0) return;
  if (await awaitsSecondTry(desk, campaign)) return;
  for (const [n, { afterHours }] of campaign.plan.steps.entries()) {
    const last = await lastQueuedAt(tx, workspaceId, id, n);
    if (last && last.getTime() + afterHours * HOUR_MS > now.getTime()) return;
  }
  await makeMove(desk, campaign, { move: { move: "finish" }, mover: SYSTEM });
}
