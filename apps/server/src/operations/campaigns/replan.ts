import { TRIED_LATER } from "@galka/core/campaigns/after-failure";
import type { Campaign } from "@galka/postgres/stores/campaigns/campaigns";
import { addTallies } from "@galka/postgres/stores/campaigns/counts";
import {
  awaitsAnother,
  awaitsReport,
  replanFailed,
} from "@galka/postgres/stores/campaigns/withdrawn-recipients";
import type { CampaignDesk } from "./campaign-desk.ts";

/** Tried again so often, a person is left alone. */
const MOST_ATTEMPTS = 3;

const HOUR_MS = 60 * 60_000;
const LATER = TRIED_LATER.map(String);

/** So long after a message was accepted Meta may still say that it has put the person off. */
const SILENCE_MS = HOUR_MS;

/**
 * Whether a campaign that tries later is not over for it: somebody waits for
 * their second try, or has only just been written to, and Meta tells that it
 * puts somebody off after it has taken the message. Whoever has the message, or
 * was tried as often as anybody may be, is waited for no longer.
 */
export async function awaitsSecondTry(
  { tx, workspaceId, now }: CampaignDesk,
  { id, plan }: Pick<Campaign, "id" | "plan">,
): Promise<boolean> {
  if (!plan.triesLater) return false;
  const mostAttempts = MOST_ATTEMPTS;
  if (await awaitsAnother(tx, workspaceId, id, { problems: LATER, mostAttempts })) return true;
  const since = new Date(now.getTime() - SILENCE_MS);
  return awaitsReport(tx, workspaceId, id, { since, mostAttempts });
}

/** Plans people of a locked campaign again whom Meta has put off a day ago, if it tries later. */
export async function replanLater(desk: CampaignDesk, campaign: Campaign): Promise<void> {
  if (!campaign.plan.triesLater) return;
  const before = new Date(desk.now.getTime() - 24 * HOUR_MS);
  await replan(desk, campaign, { problems: LATER, before });
}

/** Plans people of a locked campaign again who failed by these causes before a moment; answers how many. */
export async function replan(
  { tx, workspaceId, now }: CampaignDesk,
  { id: campaignId }: Campaign,
  { problems, before }: { readonly problems: readonly string[]; readonly before: Date },
): Promise<number> {
  const wish = { problems, before, now, mostAttempts: MOST_ATTEMPTS };
  const again = await replanFailed(tx, workspaceId, campaignId, wish);
  await addTallies(
    tx,
    workspaceId,
    again.flatMap(({ step, variant, problem, count }) => [
      { campaignId, step, variant, what: "failed", delta: -count },
      { campaignId, step, variant, what: `failed ${problem}`, delta: -count },
      { campaignId, step, variant, what: "planned", delta: count },
    ]),
  );
  return again.reduce((sum, { count }) => sum + count, 0);
}
