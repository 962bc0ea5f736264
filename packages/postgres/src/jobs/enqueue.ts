import { sql } from "kysely";
import type { Tx } from "../database.ts";

/** Work to be done after the transaction, at least once. */
export type Job = {
  readonly task: string;
  readonly payload: object;
  /** A job with the same key that has not begun is replaced instead of doubled. */
  readonly key?: string;
  readonly runAt?: Date;
  readonly maxAttempts?: number;
};

/** Enqueues work in the transaction that asks for it: a crash leaves both or neither. */
export async function enqueue(tx: Tx, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return;
  const rows = jobs.map(({ task, payload, key, runAt, maxAttempts }) => ({
    task,
    payload,
    key: key ?? null,
    run_at: runAt ?? null,
    max_attempts: maxAttempts ?? 12,
  }));
  await sql`
    select graphile_worker.add_job(
             j.task, j.payload::json, run_at => coalesce(j.run_at, now()),
             max_attempts => j.max_attempts, job_key => j.key)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as j (task text, payload jsonb, key text, run_at timestamptz, max_attempts int)`.execute(
    tx,
  );
}
