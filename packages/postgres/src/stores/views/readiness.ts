import { sql } from "kysely";
import type { Database } from "../../database.ts";

export type Readiness = {
  /** Webhooks that are stored and not applied yet, counted up to a bound. */
  readonly waitingWebhooks: number;
};

const COUNTED = 100_000;

/** Asks the database whether it answers, and how far behind the applier is. */
export async function readReadiness(db: Database): Promise<Readiness> {
  const rows = await sql<{ waiting: number }>`
    select count(*)::int as waiting from (
      select from webhook_log
       where position > coalesce((select min(position) from webhook_cursors), 0)
       limit ${COUNTED}) as waiting`.execute(db);
  return { waitingWebhooks: rows.rows[0]?.waiting ?? 0 };
}
