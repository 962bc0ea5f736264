import type { App } from "../app.ts";
import { feedChannel } from "../operations/campaigns/feeding/feed-channel.ts";
import { findCampaignPlaces } from "../operations/campaigns/feeding/campaign-places.ts";
import { tendCampaigns } from "../operations/campaigns/tend-campaigns.ts";
import { rightOfWayOf } from "../right-of-way.ts";
import { openFreshPlans } from "./fresh-plans.ts";
import { startLoop } from "./loop.ts";

export type CampaignWorkerSettings = {
  /** How often the sender is looked at when nothing was moved to it. */
  readonly feedMs: number;
  /** How often campaigns are begun, judged, told of and finished. */
  readonly tendMs: number;
};

const USUAL: CampaignWorkerSettings = {
  feedMs: 200,
  tendMs: 1_000,
};

/** Feeds the senders of all numbers from their campaigns, and looks after the campaigns: in however many processes. */
export function startCampaigns(
  app: App,
  settings: Partial<CampaignWorkerSettings> = {},
): AsyncDisposable {
  const { feedMs, tendMs } = { ...USUAL, ...settings };
  const freshPlans = openFreshPlans(app);
  const way = rightOfWayOf(app);
  const feeding = startLoop({
    work: async () => {
      const { channels } = await findCampaignPlaces(app);
      let done = 0;
      for (const place of channels) {
        await way.give();
        done += await feedChannel(app, place);
      }
      await freshPlans(done);
      return done > 0 ? 0 : feedMs;
    },
    onFault: faultIn("feeder"),
  });
  const tending = startLoop({
    work: async () => {
      const { workspaces } = await findCampaignPlaces(app);
      for (const workspaceId of workspaces) await tendCampaigns(app, workspaceId);
      feeding.wake();
      return tendMs;
    },
    onFault: faultIn("campaigns"),
  });
  return {
    async [Symbol.asyncDispose]() {
      await Promise.all([feeding[Symbol.asyncDispose](), tending[Symbol.asyncDispose]()]);
    },
  };

  function faultIn(where: string): (error: unknown) => void {
    return (error) => {
      app.metrics.count("faults", { where });
      app.log.error({ error }, "Campaigns could not be looked after; trying again");
    };
  }
}
