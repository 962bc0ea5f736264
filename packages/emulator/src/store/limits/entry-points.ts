import { parseObject, type JsonObject } from "../../json.ts";
import type { EntryPoint } from "../../world/limits/entry-point.ts";
import { intOrNull, text } from "../row.ts";
import type { Database } from "../sqlite.ts";

export function findEntryPoint(
  db: Database,
  phoneNumberId: string,
  personId: string,
): EntryPoint | null {
  const row = db.get(
    "select clicked_at, opened_at from entry_points where phone_number_id = ? and person_id = ?",
    phoneNumberId,
    personId,
  );
  if (row === undefined) return null;
  return { clickedAt: intOrNull(row, "clicked_at"), openedAt: intOrNull(row, "opened_at") };
}

export function saveEntryPoint(
  db: Database,
  phoneNumberId: string,
  personId: string,
  point: EntryPoint,
): void {
  db.run(
    "insert or replace into entry_points (phone_number_id, person_id, clicked_at, opened_at) values (?, ?, ?, ?)",
    phoneNumberId,
    personId,
    point.clickedAt,
    point.openedAt,
  );
}

/** The advertisement that a person's message came from; it waits with the message on an offline phone. */
export function findReferral(db: Database, wamid: string): JsonObject | null {
  const row = db.get("select referral from ad_clicks where wamid = ?", wamid);
  return row === undefined ? null : parseObject(text(row, "referral"));
}

export function saveReferral(db: Database, wamid: string, referral: JsonObject): void {
  const sql = "insert or replace into ad_clicks (wamid, referral) values (?, ?)";
  db.run(sql, wamid, JSON.stringify(referral));
}
