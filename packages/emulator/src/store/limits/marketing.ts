import { int } from "../row.ts";
import type { Database } from "../sqlite.ts";

/** Marketing templates that the person got after `after` besides `sendId`, from whichever business. */
export function countMarketing(
  db: Database,
  personId: string,
  sendId: number,
  after: number,
): number {
  const sql =
    "select count(*) as count from marketing_received where person_id = ? and send_id <> ? and at > ?";
  const row = db.get(sql, personId, sendId, after);
  return row === undefined ? 0 : int(row, "count");
}

/** Counts one more; what is older than `after` is forgotten. */
export function addMarketing(
  db: Database,
  received: { readonly personId: string; readonly sendId: number; readonly at: number },
  after: number,
): void {
  const { personId, sendId, at } = received;
  db.run("delete from marketing_received where person_id = ? and at <= ?", personId, after);
  db.run(
    "insert or replace into marketing_received (person_id, at, send_id) values (?, ?, ?)",
    personId,
    at,
    sendId,
  );
}

export function hasStoppedMarketing(db: Database, phoneNumberId: string, personId: string) {
  const sql = "select 1 from marketing_stops where phone_number_id = ? and person_id = ?";
  return db.get(sql, phoneNumberId, personId) !== undefined;
}

export function saveMarketingStop(
  db: Database,
  phoneNumberId: string,
  personId: string,
  at: number,
): void {
  db.run(
    "insert or replace into marketing_stops (phone_number_id, person_id, at) values (?, ?, ?)",
    phoneNumberId,
    personId,
    at,
  );
}

export function deleteMarketingStop(db: Database, phoneNumberId: string, personId: string): void {
  db.run(
    "delete from marketing_stops where phone_number_id = ? and person_id = ?",
    phoneNumberId,
    personId,
  );
}
