import { type RawBuilder, sql } from "kysely";
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
 * are claimed and begun only while this is so, and `settleRestoration` makes it so again.
 */
export const IS_SETTLED = sql<boolean>`not exists (
  select from installation
   where (system_identifier, timeline) is distinct from (${SYSTEM}, ${TIMELINE}))`;

/** The same for whoever has seen the database at a mark: an older copy of it counts as restored before anybody has noticed. */
export function isSettledSince(known: Pick<Mark, "life" | "mark"> | null): RawBuilder<boolean> {
  return sql`${IS_SETTLED} and not exists (
    select from installation
     where (life, mark) < (${known?.life ?? 0}::int, ${known?.mark ?? 0}::bigint))`;
}

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
 * How far a database has come: its life, and how often somebody has marked it since.
 *
 * Marks are kept outside of the database too. A database that is behind a mark
 * of its own is an older copy of itself, whatever its identifier says.
 */
export type Mark = {
  readonly life: number;
  readonly mark: number;
  /** When it was made, by the database's clock. */
  readonly at: Date;
  /** How many sends had begun by then. */
  readonly dispatched: number;
};

/** Sets another mark, to be written down outside of the database as soon as it is committed; null before the first start was noted. */
export async function setMark(db: Database): Promise<Mark | null> {
  const { rows } = await sql<Mark>`
    update installation set mark = mark + 1, marked_at = clock_timestamp()
    returning ${MARK}`.execute(db);
  return rows[0] ?? null;
}

const MARK = sql`
  life, mark::float8 as mark, marked_at as at,
  coalesce(pg_sequence_last_value('sends_dispatched'::regclass), 0)::float8 as dispatched`;

/** What a restored database does not know. */
export type Lost = {
  readonly from: Date;
  readonly until: Date;
  /** How many sends are known to have begun in that time; null when nothing outside tells. */
  readonly dispatched: number | null;
};

/**
 * Runs `doubt` once for a database that was restored or taken over by a standby,
 * in the transaction that makes it settled; false when it is settled already.
 *
 * `known` is the last mark that was written down outside of the database: one
 * that the database has not come to yet tells that it is an older copy.
 */
export async function settleRestoration(
  db: Database,
  doubt: (tx: Tx, lost: Lost) => Promise<void>,
  known: Mark | null = null,
): Promise<boolean> {
  if (await isSettled(db, known)) return false;
  return db.transaction().execute(async (tx) => {
    await sql`select from installation for update`.execute(tx);
    if (await isSettled(tx, known)) return false;
    const { rows } = await sql<Mark & { now: Date }>`
      select ${MARK}, clock_timestamp() as now from installation`.execute(tx);
    const [found] = rows;
    if (!found) throw new Error("The installation has lost its row.");
    await doubt(tx, lostBetween(found, known, found.now));
    await sql`
      update installation
         set system_identifier = ${SYSTEM}, timeline = ${TIMELINE},
             life = greatest(life, ${known?.life ?? 0}) + 1, mark = 0, marked_at = clock_timestamp()`.execute(
      tx,
    );
    return true;
  });
}

function lostBetween(found: Mark, known: Mark | null, now: Date): Lost {
  const { at: from } = found;
  if (known === null || !isBehind(found, known)) return { from, until: now, dispatched: null };
  const dispatched = Math.max(0, known.dispatched - found.dispatched);
  return { from, until: known.at, dispatched };
}

function isBehind(found: Mark, known: Mark): boolean {
  return found.life < known.life || (found.life === known.life && found.mark < known.mark);
}

async function isSettled(db: Database | Tx, known: Mark | null): Promise<boolean> {
  const { rows } = await sql<{ settled: boolean }>`
    select ${isSettledSince(known)} as settled`.execute(db);
  return rows[0]?.settled ?? false;
}

/** Has the database count as restored, as whoever restored it may say. False when nothing was ever started on it. */
export async function declareRestored(db: Database): Promise<boolean> {
  const result = await sql`update installation set system_identifier = ''`.execute(db);
  return (result.numAffectedRows ?? 0n) > 0n;
}

/** What the demo of an installation is: since when, and which world; null is the business that every demo begins with. */
export type FilledDemo = { readonly at: Date; readonly world: string | null };

/** The demo that was put into this installation; null if none ever was. */
export async function findFilledDemo(db: Database): Promise<FilledDemo | null> {
  const row = await db
    .selectFrom("installation")
    .select(["demo_filled_at", "demo_world"])
    .executeTakeFirst();
  return row?.demo_filled_at ? { at: row.demo_filled_at, world: row.demo_world } : null;
}

/** Remembers that the demo is there, so that no later start fills it again. `noteStart` has run before. */
export async function markDemoFilled(db: Database, { at, world }: FilledDemo): Promise<void> {
  await db.updateTable("installation").set({ demo_filled_at: at, demo_world: world }).execute();
}
