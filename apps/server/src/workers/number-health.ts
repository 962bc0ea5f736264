import type { App } from "../app.ts";
import { sweepHealth } from "../operations/health/sweep-health.ts";
import type { PushService } from "../push/push-service.ts";
import { startLoop } from "./loop.ts";

/** How often it is looked whose time has come: by the business's clock, which may be moved. */
const POLL_MS = 5_000;

/** Looks after the health of all numbers, as long as it runs: every minute, and when something happens. */
export function startNumberHealth(app: App, push: PushService): AsyncDisposable {
  const stopping = new AbortController();
  let hinted = new Set<string>();
  const loop = startLoop({
    work: async () => {
      const now = hinted;
      hinted = new Set();
      await sweepHealth(app, { push, signal: stopping.signal, hinted: now });
      return POLL_MS;
    },
    onFault: (error) => {
      app.metrics.count("faults", { where: "number health" });
      app.log.error({ error }, "Numbers could not be looked after; trying again");
    },
  });
  const stopListening = app.wake.listen("health", (workspaceId) => {
    hinted.add(workspaceId);
    loop.wake();
  });
  return {
    async [Symbol.asyncDispose]() {
      stopListening();
      stopping.abort();
      await loop[Symbol.asyncDispose]();
    },
  };
}
