import { applyWebhooks, prepareToApply } from "../operations/webhooks/apply-webhooks.ts";
import type { App } from "../app.ts";
import { startLoop } from "./loop.ts";

/** Told how many messages came in on a number: they count against its throughput. */
export type OnHeard = (channelId: string, count: number) => void;

/** How long to wait without a hint. Hints of other processes may be lost; this is what remains. */
const POLL_MS = 250;
const OTHERS_TURN_MS = 200;

/** Applies what was received, as long as it runs. In several processes one is at it at a time. */
export function startApplier(app: App, onHeard: OnHeard = () => {}): AsyncDisposable {
  let isPrepared = false;
  const loop = startLoop({
    work: async () => {
      if (!isPrepared) await prepareToApply(app);
      isPrepared = true;
      const { webhooks, heard } = await applyWebhooks(app);
      for (const [channelId, count] of heard) onHeard(channelId, count);
      if (webhooks === null) return OTHERS_TURN_MS;
      return webhooks > 0 ? 0 : POLL_MS;
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
