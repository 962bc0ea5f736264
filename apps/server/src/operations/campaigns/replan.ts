import type { Campaign } from "@galka/postgres/stores/campaigns/campaigns";
import { addTallies } from "@galka/postgres/stores/campaigns/counts";
import { awaitsAnother, replanFailed } from "@galka/postgres/stores/campaigns/withdrawn-recipients";
import type { CampaignDesk } from "./campaign-desk.ts";

/** Tried again so often, a person is left alone. */
const MOST_ATTEMPTS = 3;

/** Whether the campaign has anybody who failed by these causes and may be planned again in time. */
export function mayReplan(
  { tx, workspaceId }: CampaignDesk,
  { id }: Campaign,
  problems: readonly string[],
): Promise<boolean> {
  return awaitsAnother(tx, workspaceId, id, { problems, mostAttempts: MOST_ATTEMPTS });
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
