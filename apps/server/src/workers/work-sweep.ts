import type { App } from "../app.ts";
import { sweepClocks } from "../operations/sla/sweep-clocks.ts";
import { sweepWork } from "../operations/work/sweep-work.ts";
import { startLoop } from "./loop.ts";

const EVERY_MS = 1_000;

/** Looks once a second what time has brought: in however many processes. */
export function startWorkSweep(app: App): AsyncDisposable {
  return startLoop({
    work: async () => {
      await sweepWork(app);
      await sweepClocks(app);
      return EVERY_MS;
    },
    onFault: (error) => {
      app.metrics.count("faults", { where: "work sweep" });
      app.log.error({ error }, "Conversations could not be looked after; trying again");
    },
  });
}
