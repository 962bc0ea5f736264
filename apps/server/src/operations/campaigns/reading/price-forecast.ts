import { unknownAccount } from "@galka/core/billing/charging/account";
import { type Estimate, estimateCost } from "@galka/core/billing/estimate-cost";
import { loadPriceAccounts } from "@galka/postgres/stores/billing/price-accounts";
import { loadCounts } from "@galka/postgres/stores/billing/sums";
import type { SendingChannel } from "@galka/postgres/stores/outgoing/sending-channels";
import type { CampaignDesk } from "../campaign-desk.ts";

/** People of one country who would get one category. */
export type ReachGroup = {
  readonly country: string;
  readonly category: "marketing" | "utility" | "authentication";
  readonly count: number;
  readonly inWindow: number;
};

/** Of messages that Meta takes fewer than so many are hardly ever delivered; only those cost. */
const LEAST_DELIVERED = 0.8;

/** What a campaign costs at least and at most under the tariff of its day, with what the month has had already. */
export async function priceForecast(
  { tx, workspaceId, now }: CampaignDesk,
  channel: SendingChannel,
  groups: readonly ReachGroup[],
): Promise<Estimate> {
  const accounts = await loadPriceAccounts(tx, workspaceId);
  const month = now.toISOString().slice(0, 7);
  return estimateCost(now, {
    choice: "by-date",
    account: accounts.get(channel.wabaId) ?? unknownAccount(channel.wabaId),
    numberId: channel.phoneNumberId,
    groups: groups.map((group) => ({ ...group, inFreeEntry: 0 })),
    counts: await loadCounts(tx, workspaceId, [month]),
    leastDelivered: LEAST_DELIVERED,
  });
}
