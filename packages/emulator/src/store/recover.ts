import { LIMIT_TABLES } from "./limits-schema.ts";
import { BILL_TABLES } from "./bill/bill-state.ts";
import { int } from "./row.ts";
import type { Database } from "./sqlite.ts";

/** Accepted sends that nothing will transport any more. */
export function listUntransported(db: Database): readonly number[] {
  const sql =
    "select id from sends where status = 'accepted' and cast(id as text) not in (select subject from due where kind = 'transport') and id not in (select send_id from held_sends) order by id";
  return db.all(sql).map((row) => int(row, "id"));
}

const TABLES = [
  "people",
  "chats",
  "windows",
  "business_blocks",
  "sends",
  "bubbles",
  "feedback",
  "blobs",
  "media",
  "due",
  "updates",
  "deliveries",
  "attempts",
  "stat_slots",
  ...BILL_TABLES,
];

export function emptyTables(db: Database): void {
  for (const table of [...TABLES, ...LIMIT_TABLES]) db.run(`delete from ${table}`);
}
