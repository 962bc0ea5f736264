import type { App } from "../app.ts";
import type { Role } from "../config.ts";
import { startApplier } from "./applier.ts";
import type { PushService } from "../push/push-service.ts";
import { startPusher } from "./pusher.ts";
import type { Egress } from "../egress/egress.ts";
import type { Witness } from "../witness/witness.ts";
import { startCampaigns } from "./campaigns.ts";
import { startJobs } from "./jobs.ts";
import { startNumberHealth } from "./number-health.ts";
import { startRules } from "./rules.ts";
import { startSatisfaction } from "./satisfaction.ts";
import { startSender } from "./sender/sender.ts";
import { startWorkSweep } from "./work-sweep.ts";

export type WorkerOptions = {
  readonly databaseUrl: string;
  readonly push: PushService;
  readonly egress: Pick<Egress, "fetch">;
  readonly witness: Witness;
};

/** Starts the workers of these roles. Disposing of it lets each finish what it has in hand. */
export async function startWorkers(
  app: App,
  roles: ReadonlySet<Role>,
  { databaseUrl, egress, push, witness }: WorkerOptions,
): Promise<AsyncDisposable> {
  await using started = new AsyncDisposableStack();
  const sender = roles.has("send") ? started.use(startSender(app, { witness })) : null;
  if (roles.has("apply")) {
    started.use(startApplier(app, (channelId, count) => sender?.heard(channelId, count)));
  }
  if (roles.has("work")) {
    started.use(startPusher(app, push));
    started.use(startWorkSweep(app));
    started.use(startNumberHealth(app, push));
    started.use(await startJobs(app, { databaseUrl, egress }));
    started.use(startRules(app));
    started.use(startSatisfaction(app));
    started.use(startCampaigns(app));
  }
  return started.move();
}
