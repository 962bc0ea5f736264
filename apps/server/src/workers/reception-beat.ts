import type { App } from "../app.ts";
import { BEAT_MS, receptionOf } from "../operations/reception/reception.ts";
import { startLoop } from "./loop.ts";

/** Beats as long as this process receives: started when it listens, disposed of before it stops. */
export function startReceptionBeat(app: App): AsyncDisposable {
  return startLoop({
    work: async () => {
      await receptionOf(app).beat();
      return BEAT_MS;
    },
    onFault: (error) => {
      app.metrics.count("faults", { where: "reception" });
      app.log.error({ error }, "That webhooks are received could not be noted; trying again");
    },
  });
}
