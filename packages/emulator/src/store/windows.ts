import { ReadCache } from "./cache/read-cache.ts";
import { int, text } from "./row.ts";
import type { Database } from "./sqlite.ts";

/** When the person last wrote to the number; `null` if never. */
export function lastInboundAt(
  db: Database,
  phoneNumberId: string,
  personId: string,
): number | null {
  return recent.read(db, `${phoneNumberId} ${personId}`, () => {
    const row = db.get(
      "select last_inbound_at from windows where phone_number_id = ? and person_id = ?",
      phoneNumberId,
      personId,
    );
    return row === undefined ? null : int(row, "last_inbound_at");
  });
}

const recent = new ReadCache<string, number | null>();

/** Windows were changed elsewhere. */
export function forgetWindows(db: Database): void {
  recent.clear(db);
}

export function openWindow(
  db: Database,
  phoneNumberId: string,
  personId: string,
  at: number,
): void {
  db.run(
    "insert or replace into windows (phone_number_id, person_id, last_inbound_at) values (?, ?, ?)",
    phoneNumberId,
    personId,
    at,
  );
  recent.put(db, `${phoneNumberId} ${personId}`, at);
}

export function isBlockedByBusiness(db: Database, phoneNumberId: string, waId: string): boolean {
  const sql = "select 1 from business_blocks where phone_number_id = ? and wa_id = ?";
  return db.get(sql, phoneNumberId, waId) !== undefined;
}

export function blockForBusiness(
  db: Database,
  phoneNumberId: string,
  waId: string,
  at: number,
): void {
  db.run(
    "insert or replace into business_blocks (phone_number_id, wa_id, blocked_at) values (?, ?, ?)",
    phoneNumberId,
    waId,
    at,
  );
}

export function unblockForBusiness(db: Database, phoneNumberId: string, waId: string): void {
  db.run(
    "delete from business_blocks where phone_number_id = ? and wa_id = ?",
    phoneNumberId,
    waId,
  );
}

export function blockedByBusiness(db: Database, phoneNumberId: string): readonly string[] {
  const sql =
    "select wa_id from business_blocks where phone_number_id = ? order by blocked_at, wa_id";
  return db.all(sql, phoneNumberId).map((row) => text(row, "wa_id"));
}
