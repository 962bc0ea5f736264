import { startWorker } from "@galka/postgres/jobs/worker";
import type { App } from "../app.ts";
import type { Egress } from "../egress/egress.ts";
import { checkSubscriptions } from "../operations/channels/check-subscriptions.ts";
import { sendDue } from "../operations/scheduled/send-due.ts";
import { retain } from "../operations/people/retain.ts";
import { tidyWebhooks } from "../operations/webhooks/tidy-webhooks.ts";
import { startLoop } from "./loop.ts";
import { tasksOf } from "./tasks.ts";

export type JobsSettings = {
  /** The database's address: the queue listens on connections of its own. */
  readonly databaseUrl: string;
  readonly concurrency?: number;
  /** The way out, for jobs that tell others something. */
  readonly egress: Pick<Egress, "fetch">;
};

const SUBSCRIPTION_CHECK_MS = 3 * 60_000;
/** By the business's clock, which may be moved, so it is looked at and not waited for. */
const DUE_MS = 1_000;
const RETAIN_MS = 60 * 60_000;
const TIDY_MS = 6 * 60 * 60_000;

/** Runs what was enqueued, and what has to be done from time to time. */
export async function startJobs(app: App, settings: JobsSettings): Promise<AsyncDisposable> {
  await using started = new AsyncDisposableStack();
  const stopping = new AbortController();
  started.use(
    await startWorker({
      url: settings.databaseUrl,
      concurrency: settings.concurrency ?? 4,
      tasks: tasksOf(app, settings.egress),
      onFault: (error, task) => {
        app.metrics.count("faults", { where: `job ${task}` });
        app.log.warn({ error, task }, "A job failed; it is tried again");
      },
      onLost: (error) => app.log.warn({ error }, "A connection of the job queue was lost"),
    }),
  );
  const fault = (what: string) => (error: unknown) => {
    app.metrics.count("faults", { where: what });
    app.log.error({ error }, `${what} failed; it is tried again`);
  };
  started.use(
    startLoop({
      onFault: fault("checking subscriptions"),
      work: async () => {
        await checkSubscriptions(app, stopping.signal);
        return SUBSCRIPTION_CHECK_MS;
      },
    }),
  );
  started.use(
    startLoop({
      onFault: fault("tidying the webhook log"),
      work: async () => {
        await tidyWebhooks(app);
        return TIDY_MS;
      },
    }),
  );
  started.use(
    startLoop({
      onFault: fault("sending scheduled messages"),
      work: async () => {
        await sendDue(app);
        return DUE_MS;
      },
    }),
  );
  started.use(
    startLoop({
      onFault: fault("deleting what is past keeping"),
      work: async () => {
        await retain(app, stopping.signal);
        return RETAIN_MS;
      },
    }),
  );
  // Disposed of first, so that nothing long keeps the rest waiting.
  started.defer(() => stopping.abort());
  const running = started.move();
  return { [Symbol.asyncDispose]: () => running.disposeAsync() };
}
