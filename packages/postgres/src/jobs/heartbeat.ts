import type pg from "pg";

/** Says that this process is alive, and gives back the jobs of those that are not. */
export type Heartbeat = AsyncDisposable & { add(workerId: string): void };

const BEAT_MS = 2_500;
/** Three beats missed, by the database's clock. */
const SILENT_SECONDS = 8;

/**
 * Beats every two and a half seconds until disposed of.
 *
 * The queue itself would give a dead process's jobs back after four hours. A
 * process that was only held up for a while loses its jobs too; every job may
 * run twice, so that does no harm.
 */
export function startHeartbeat(
  pool: pg.Pool,
  nodeId: string,
  onFault: (error: unknown, task: string) => void,
): Heartbeat {
  const workerIds = new Set<string>();
  let beating: Promise<void> | null = null;
  const timer = setInterval(() => {
    beating ??= beat().finally(() => (beating = null));
  }, BEAT_MS);

  return {
    add(workerId) {
      workerIds.add(workerId);
      beating ??= beat().finally(() => (beating = null));
    },
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await beating;
      await pool.query("delete from job_nodes where id = $1", [nodeId]).catch(() => {});
    },
  };

  async function beat(): Promise<void> {
    try {
      await pool.query(
        `insert into job_nodes (id, worker_ids, beat_at) values ($1, $2, now())
         on conflict (id) do update set worker_ids = excluded.worker_ids, beat_at = excluded.beat_at`,
        [nodeId, [...workerIds]],
      );
      await buryTheSilent();
    } catch (error) {
      onFault(error, "heartbeat");
    }
  }

  async function buryTheSilent(): Promise<void> {
    const { rows } = await pool.query<{ worker_ids: string[] }>(
      `delete from job_nodes where beat_at < now() - make_interval(secs => $1) returning worker_ids`,
      [SILENT_SECONDS],
    );
    const dead = rows.flatMap((row) => row.worker_ids);
    if (dead.length === 0) return;
    await pool.query("select graphile_worker.force_unlock_workers($1::text[])", [dead]);
  }
}
