import { startWorker } from "@galka/postgres/jobs/worker";
import type { App } from "../app.ts";
import type { Egress } from "../egress/egress.ts";
import { checkSubscriptions } from "../operations/channels/check-subscriptions.ts";
import { forgetOldKeys } from "../operations/idempotency/forget-keys.ts";
import { tidyHealth } from "../operations/health/sweep-health.ts";
import { refreshAccounts } from "../operations/prices/accounts/refresh-accounts.ts";
import { forgetOldFirings } from "../operations/rules/forget-firings.ts";
import { sendDue } from "../operations/scheduled/send-due.ts";
import { retain } from "../operations/people/retain.ts";
import { pollTemplates } from "../operations/templates/poll-templates.ts";
import { tidyWebhooks } from "../operations/webhooks/tidy-webhooks.ts";
import { forgetSessions } from "../operations/workspace/list-ended-sessions.ts";
import { startLoop } from "./loop.ts";
import { tasksOf } from "./tasks.ts";

export type JobsSettings = {
  /** The database's address: the queue listens on connections of its own. */
  readonly databaseUrl: string;
  readonly concurrency?: number;
  /** The way out, for jobs that tell others something. */
  readonly egress: Pick<Egress, "fetch">;
};

/** Something that is looked after from time to time. */
type Chore = {
  /** As the log names it. */
  readonly what: string;
  readonly everyMs: number;
  work(app: App, signal: AbortSignal): Promise<unknown>;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const CHORES: readonly Chore[] = [
  { what: "checking subscriptions", everyMs: 3 * MINUTE_MS, work: checkSubscriptions },
  { what: "reading templates again", everyMs: HOUR_MS, work: pollTemplates },
  { what: "asking accounts for their prices", everyMs: 3 * MINUTE_MS, work: refreshAccounts },
  { what: "tidying the webhook log", everyMs: 6 * HOUR_MS, work: tidyWebhooks },
  { what: "forgetting what rules did", everyMs: 6 * HOUR_MS, work: forgetOldFirings },
  { what: "forgetting idempotency keys", everyMs: HOUR_MS, work: forgetOldKeys },
  { what: "forgetting what was counted for health", everyMs: 6 * HOUR_MS, work: tidyHealth },
  { what: "forgetting sessions that ended", everyMs: 6 * HOUR_MS, work: forgetSessions },
  // By the business's clock, which may be moved, so it is looked at and not waited for.
  { what: "sending scheduled messages", everyMs: 1_000, work: sendDue },
  { what: "deleting what is past keeping", everyMs: HOUR_MS, work: retain },
];

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
  for (const chore of CHORES) {
    started.use(
      startLoop({
        onFault: (error) => {
          app.metrics.count("faults", { where: chore.what });
          app.log.error({ error }, `${chore.what} failed; it is tried again`);
        },
        work: async () => {
          await chore.work(app, stopping.signal);
          return chore.everyMs;
        },
      }),
    );
  }
  // Disposed of first, so that nothing long keeps the rest waiting.
  started.defer(() => stopping.abort());
  const running = started.move();
  return { [Symbol.asyncDispose]: () => running.disposeAsync() };
}
