import type { App } from "../app.ts";
import type { Role } from "../config.ts";
import { startApplier } from "./applier.ts";
import { startJobs } from "./jobs.ts";
import { startSender } from "./sender/sender.ts";

export type WorkerOptions = {
  readonly databaseUrl: string;
  /** The database is not the one of the last start: what was being sent then is of unknown end. */
  readonly restored: boolean;
};

/** Starts the workers of these roles. Disposing of it lets each finish what it has in hand. */
export async function startWorkers(
  app: App,
  roles: ReadonlySet<Role>,
  { databaseUrl, restored }: WorkerOptions,
): Promise<AsyncDisposable> {
  await using started = new AsyncDisposableStack();
  const sender = roles.has("send") ? started.use(startSender(app, { restored })) : null;
  if (roles.has("apply")) {
    started.use(startApplier(app, (channelId, count) => sender?.heard(channelId, count)));
  }
  if (roles.has("work")) started.use(await startJobs(app, { databaseUrl }));
  return started.move();
}
