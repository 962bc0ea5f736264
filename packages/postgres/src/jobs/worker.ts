import { randomUUID } from "node:crypto";
import { Logger, type Runner, type WorkerEvents, run } from "graphile-worker";
import { EventEmitter } from "node:events";
import { openPool } from "../pool.ts";
import { type Heartbeat, startHeartbeat } from "./heartbeat.ts";

/** One run of a job. Thrown errors have it tried again, later and later, until `isLastTry`. */
export type JobRun = {
  readonly isLastTry: boolean;
  /** Aborted when the process stops: long work ends where it can go on. */
  readonly signal: AbortSignal;
};

/** What a task does. `payload` is what was enqueued, and parsed by the task itself. */
export type Task = (payload: unknown, run: JobRun) => Promise<void>;

export type JobsOptions = {
  readonly url: string;
  readonly tasks: Readonly<Record<string, Task>>;
  readonly concurrency?: number;
  readonly onFault: (error: unknown, task: string) => void;
  readonly onLost?: (error: Error) => void;
};

/**
 * Runs background jobs until disposed of.
 *
 * A job that fails is tried again with a growing pause. The jobs of a process
 * that died are given back within ten seconds, by whichever process notices.
 */
export async function startWorker(options: JobsOptions): Promise<AsyncDisposable> {
  const { url, concurrency = 4, onFault } = options;
  const pool = openPool({
    url,
    name: "jobs",
    size: concurrency + 3,
    ...(options.onLost && { onLost: options.onLost }),
  });
  const stopping = new AbortController();
  const events: WorkerEvents = new EventEmitter();
  const heartbeat: Heartbeat = startHeartbeat(pool, randomUUID(), onFault);
  events.on("worker:create", ({ worker }) => heartbeat.add(worker.workerId));
  events.on("pool:listen:error", ({ error }) => onFault(error, "listen"));
  let runner: Runner;
  try {
    runner = await run({
      pgPool: pool,
      concurrency,
      events,
      noHandleSignals: true,
      pollInterval: 2_000,
      logger: new Logger(() => () => {}),
      taskList: taskList(options, stopping.signal),
    });
  } catch (error) {
    await heartbeat[Symbol.asyncDispose]();
    await pool.end();
    throw error;
  }
  return {
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await runner.stop();
      await heartbeat[Symbol.asyncDispose]();
      await pool.end();
    },
  };
}

function taskList({ tasks, onFault }: JobsOptions, signal: AbortSignal) {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload: unknown, { job }: { job: { attempts: number; max_attempts: number } }) => {
        try {
          await task(payload, { isLastTry: job.attempts >= job.max_attempts, signal });
        } catch (error) {
          onFault(error, name);
          throw error;
        }
      },
    ]),
  );
}
