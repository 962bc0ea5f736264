import { int, text } from "./row.ts";
import type { Database } from "./sqlite.ts";

/** Accepted sends that nothing will transport any more. */
export function listUntransported(db: Database): readonly number[] {
  const sql =
    "select id from sends where status = 'accepted' and cast(id as text) not in (select subject from due where kind = 'transport') and id not in (select send_id from held_sends) order by id";
  return db.all(sql).map((row) => int(row, "id"));
}

/** What `Documents` and `Counters` hold in memory too, and empty themselves. */
const HELD = ["documents", "counters"];

/** The tables of everything there can be many of. */
export function tablesOf(db: Database): readonly string[] {
  const sql = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'";
  return db.all(sql).map((row) => text(row, "name"));
}

export function emptyTables(db: Database): void {
  const many = tablesOf(db).filter((it) => !HELD.includes(it));
  for (const table of many) db.run(`delete from ${table}`);
  db.forget();
}
