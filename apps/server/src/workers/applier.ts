import { setTimeout as sleep } from "node:timers/promises";
import { applyWebhooks, prepareToApply } from "../operations/webhooks/apply-webhooks.ts";
import { intakeLoadOf, isOfCampaigns, restAfterRound } from "../operations/webhooks/intake-load.ts";
import type { App } from "../app.ts";
import { rightOfWayOf } from "../right-of-way.ts";
import { openFreshPlans } from "./fresh-plans.ts";
import { startLoop } from "./loop.ts";

/** Told how many messages came in on a number: they count against its throughput. */
export type OnHeard = (channelId: string, count: number) => void;

/** How long to wait without a hint. Hints of other processes may be lost; this is what remains. */
const POLL_MS = 250;
const OTHERS_TURN_MS = 200;

/** Applies what was received, as long as it runs. In several processes one is at it at a time. */
export function startApplier(app: App, onHeard: OnHeard = () => {}): AsyncDisposable {
  let isPrepared = false;
  const freshPlans = openFreshPlans(app);
  const loop = startLoop({
    work: async () => {
      if (!isPrepared) await prepareToApply(app);
      isPrepared = true;
      if (isOfCampaigns(intakeLoadOf(app).perSecond())) await rightOfWayOf(app).give();
      const startedAtMs = performance.now();
      const { webhooks, heard, until } = await applyWebhooks(app);
      for (const [channelId, count] of heard) onHeard(channelId, count);
      if (webhooks === null) return OTHERS_TURN_MS;
      await freshPlans(webhooks);
      if (webhooks === 0 || until === null) return POLL_MS;
      const load = intakeLoadOf(app).perSecond();
      const waitsMs = Date.now() - until.getTime();
      const restMs = restAfterRound(load, performance.now() - startedAtMs, waitsMs);
      // Not by the loop's own rest: every webhook that comes in would end that one.
      if (restMs > 0) await sleep(restMs);
      return 0;
    },
    onFault: (error) => {
      app.metrics.count("faults", { where: "applier" });
      app.log.error({ error }, "Webhooks could not be applied; trying again");
    },
  });
  const stopListening = app.wake.listen("webhooks", () => loop.wake());
  return {
    async [Symbol.asyncDispose]() {
      stopListening();
      await loop[Symbol.asyncDispose]();
    },
  };
}
