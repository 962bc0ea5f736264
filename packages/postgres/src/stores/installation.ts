import { sql } from "kysely";
import type { Database } from "../database.ts";

/** What a start found out about the database it works on. */
export type InstallationStart = {
  /**
   * The database is another than at the last start: a backup was restored, or
   * a standby took over. What was being sent then may have been sent by
   * somebody who could not write it down, so it is ambiguous until it is proven.
   */
  readonly restored: boolean;
};

/**
 * Writes down which version works on which PostgreSQL, and compares with the last start.
 *
 * A cluster keeps its identifier for life, and begins another timeline when it
 * is promoted or recovered to a point in time.
 */
export async function noteStart(db: Database, version: string): Promise<InstallationStart> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ system: string; timeline: number }>`
      select system_identifier::text as system,
        ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::integer as timeline
      from pg_control_system()`.execute(tx);
    const system_identifier = rows[0]?.system ?? "";
    const timeline = rows[0]?.timeline ?? 0;
    const before = await tx.selectFrom("installation").selectAll().forUpdate().executeTakeFirst();

    const found = { version, system_identifier, timeline };
    await tx
      .insertInto("installation")
      .values(found)
      .onConflict((conflict) => conflict.column("only_row").doUpdateSet(found))
      .execute();
    const same = before?.system_identifier === system_identifier && before.timeline === timeline;
    return { restored: before !== undefined && !same };
  });
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
