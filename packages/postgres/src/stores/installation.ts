import { sql } from "kysely";
import type { Database, Tx } from "../database.ts";

/**
 * Which database this is, and in which of its lives.
 *
 * A cluster keeps its identifier for life, and begins another timeline when it
 * is promoted or recovered to a point in time. A dump that is read back gives
 * every table another oid.
 */
const SYSTEM = sql`(select system_identifier || ' ' || 'sends'::regclass::oid from pg_control_system())`;
const TIMELINE = sql`('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::integer`;

/**
 * True while the database is the one whose unfinished sends are accounted for.
 *
 * It is not after a backup was restored or a standby took over: what was being
 * sent before may have been sent by somebody whose note of it is lost. Sends
 * are claimed only while this is so, and `settleRestoration` makes it so again.
 */
export const IS_SETTLED = sql<boolean>`not exists (
  select from installation
   where (system_identifier, timeline) is distinct from (${SYSTEM}, ${TIMELINE}))`;

/**
 * Writes down which version works here, and at the first start on which database.
 *
 * A later start leaves that as it is: whichever role starts first after a
 * restoration, the sender still finds out about it.
 */
export async function noteStart(db: Database, version: string): Promise<void> {
  await sql`
    insert into installation (version, system_identifier, timeline)
    values (${version}, ${SYSTEM}, ${TIMELINE})
    on conflict (only_row) do update set version = excluded.version`.execute(db);
}

/**
 * Runs `doubt` once for a database that was restored or taken over by a standby,
 * in the transaction that makes it settled; false when it is settled already.
 */
export async function settleRestoration(
  db: Database,
  doubt: (tx: Tx) => Promise<void>,
): Promise<boolean> {
  if (await isSettled(db)) return false;
  return db.transaction().execute(async (tx) => {
    await sql`select from installation for update`.execute(tx);
    if (await isSettled(tx)) return false;
    await doubt(tx);
    await sql`
      update installation set system_identifier = ${SYSTEM}, timeline = ${TIMELINE}`.execute(tx);
    return true;
  });
}

async function isSettled(db: Database | Tx): Promise<boolean> {
  const { rows } = await sql<{ settled: boolean }>`select ${IS_SETTLED} as settled`.execute(db);
  return rows[0]?.settled ?? false;
}

/** When the demo was put into this installation; null if it never was. */
export async function findDemoFilledAt(db: Database): Promise<Date | null> {
  const row = await db.selectFrom("installation").select("demo_filled_at").executeTakeFirst();
  return row?.demo_filled_at ?? null;
}

/** Remembers that the demo is there, so that no later start fills it again. `noteStart` has run before. */
export async function markDemoFilled(db: Database, at: Date): Promise<void> {
  await db.updateTable("installation").set({ demo_filled_at: at }).execute();
}
