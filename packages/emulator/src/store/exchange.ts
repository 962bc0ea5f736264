import type { DatabaseSync } from "node:sqlite";
import { text } from "./row.ts";

/** The tables of the world in `db`. */
export function tablesIn(db: DatabaseSync, schema = "main"): readonly string[] {
  const sql = `select name from ${schema}.sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`;
  return db
    .prepare(sql)
    .all()
    .map((row) => text(row, "name"));
}

/**
 * Replaces every row of `db` by those of the file at `path`, all or nothing.
 * Columns that one of the two does not know are left out.
 */
export function exchangeRows(db: DatabaseSync, path: string): void {
  db.prepare("attach database ? as other").run(path);
  try {
    const theirs = new Set(tablesIn(db, "other"));
    db.exec("begin immediate");
    try {
      for (const table of tablesIn(db)) {
        db.exec(`delete from main.${table}`);
        if (theirs.has(table)) copyTable(db, table);
      }
      db.exec("commit");
    } catch (error) {
      db.exec("rollback");
      throw error;
    }
  } finally {
    db.exec("detach database other");
  }
}

function copyTable(db: DatabaseSync, table: string): void {
  const known = new Set(columnsOf(db, "main", table));
  const columns = columnsOf(db, "other", table)
    .filter((it) => known.has(it))
    .join(", ");
  db.exec(`insert into main.${table} (${columns}) select ${columns} from other.${table}`);
}

function columnsOf(db: DatabaseSync, schema: string, table: string): readonly string[] {
  return db
    .prepare(`pragma ${schema}.table_info(${table})`)
    .all()
    .map((row) => `"${text(row, "name")}"`);
}
