import { judgeWave } from "@galka/core/campaigns/first-wave";
import { type TestResult, decideTest } from "@galka/core/campaigns/split-test";
import { lockCampaign, saveCampaign } from "@galka/postgres/stores/campaigns/campaigns";
import {
  findRivals,
  findUsualFigures,
  findWaveFigures,
  findWaveProgress,
} from "@galka/postgres/stores/campaigns/wave-figures";
import { type CampaignDesk, tellCampaigns } from "./campaign-desk.ts";
import { makeMove } from "./make-move.ts";

const SYSTEM = { by: "system" } as const;
const MINUTE_MS = 60_000;

/**
 * Looks after a campaign's first wave: notes when all of it has left, gives it
 * its time, then judges it against what is usual in the workspace, and decides
 * between competing templates.
 *
 * What is good goes on or waits for a person, as the plan says; what is bad
 * waits or is stopped. Judged once, whoever looks.
 */
export async function tendWave(desk: CampaignDesk, id: string): Promise<boolean> {
  const { tx, workspaceId, now } = desk;
  const campaign = await lockCampaign(tx, workspaceId, id);
  if (campaign?.status.state !== "running" || campaign.waveSize === null) return false;
  const rule = campaign.plan.firstWave;
  if (!rule || campaign.waveJudgedAt !== null) return false;
  if (campaign.waveSentAt === null) return noteSent(desk, id);
  const judgesAt = campaign.waveSentAt.getTime() + rule.waitMinutes * MINUTE_MS;
  if (now.getTime() < judgesAt) return false;
  const wave = await findWaveFigures(tx, workspaceId, { campaignId: id });
  const usual = await findUsualFigures(tx, workspaceId, { campaignId: id }, now);
  const result = judgeWave(wave, usual, rule.limits);
  const test = campaign.plan.test
    ? decideTest(await findRivals(tx, workspaceId, { campaignId: id, by: campaign.plan.test.by }))
    : null;
  const winner = winnerOf(test, campaign.plan.test?.otherwise ?? "first");
  await saveCampaign(tx, workspaceId, id, {
    waveJudgedAt: now,
    waveResult: { ...result, test },
    ...(winner !== null && { winner }),
  });
  const waits =
    result.verdict === "bad"
      ? rule.onBad === "wait"
      : rule.onGood === "wait" || needsPerson(test, campaign.plan.test?.otherwise ?? "first");
  const judged = { ...campaign, waveJudgedAt: now };
  if (result.verdict === "bad" && rule.onBad === "stop") {
    await makeMove(desk, judged, { move: { move: "stop" }, mover: SYSTEM, why: result });
  } else if (waits) {
    const move = { move: "hold", hold: "first-wave" } as const;
    await makeMove(desk, judged, { move, mover: SYSTEM, why: { ...result, test } });
  } else await tellCampaigns(desk, [id]);
  return true;
}

async function noteSent(desk: CampaignDesk, id: string): Promise<boolean> {
  const { tx, workspaceId, now } = desk;
  const { left, lastAt } = await findWaveProgress(tx, workspaceId, { campaignId: id });
  if (left > 0) return false;
  await saveCampaign(tx, workspaceId, id, { waveSentAt: lastAt ?? now });
  await tellCampaigns(desk, [id]);
  return true;
}

/** Which template the rest gets; null leaves it to be divided as before. */
function winnerOf(test: TestResult | null, otherwise: "first" | "split" | "wait"): number | null {
  if (test === null) return null;
  if (test.verdict === "winner") return test.variant;
  return otherwise === "first" ? 0 : null;
}

function needsPerson(test: TestResult | null, otherwise: "first" | "split" | "wait"): boolean {
  return test !== null && test.verdict === "not-enough" && otherwise === "wait";
}
