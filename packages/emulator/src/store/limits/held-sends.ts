import { int } from "../row.ts";
import type { Database } from "../sqlite.ts";

/** Accepted, and waiting for the assessment of the pacing with that id. */
export function holdSend(db: Database, pacingId: string, sendId: number): void {
  db.run("insert into held_sends (send_id, pacing_id) values (?, ?)", sendId, pacingId);
}

/** Takes all that wait out of the table, in order of acceptance. */
export function takeHeldSends(db: Database, pacingId: string): readonly number[] {
  const sql = "select send_id from held_sends where pacing_id = ? order by send_id";
  const ids = db.all(sql, pacingId).map((row) => int(row, "send_id"));
  db.run("delete from held_sends where pacing_id = ?", pacingId);
  return ids;
}

export function countHeldSends(db: Database, pacingId: string): number {
  const sql = "select count(*) as count from held_sends where pacing_id = ?";
  const row = db.get(sql, pacingId);
  return row === undefined ? 0 : int(row, "count");
}
