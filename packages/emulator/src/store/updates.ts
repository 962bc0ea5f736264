import { int, text } from "./row.ts";
import type { Database, Row } from "./sqlite.ts";

export type UpdateKind = "message" | "status" | "other";

/** Something a webhook will say. Many of them go into one delivery. */
export type Update = {
  readonly id: number;
  readonly wabaId: string;
  readonly phoneNumberId: string;
  readonly field: string;
  readonly kind: UpdateKind;
  /** The person it is about, so that one value never mixes two people's contacts. */
  readonly about: string;
  /** The piece of the value, as JSON. */
  readonly value: string;
  readonly readyAt: number;
};

export function insertUpdate(db: Database, update: Omit<Update, "id">): void {
  db.run(
    "insert into updates (waba_id, phone_number_id, field, kind, about, value, ready_at) values (?, ?, ?, ?, ?, ?, ?)",
    update.wabaId,
    update.phoneNumberId,
    update.field,
    update.kind,
    update.about,
    update.value,
    update.readyAt,
  );
}

/** In the order they became ready; those behind `after`, the last one already seen. */
export function listReadyUpdates(
  db: Database,
  now: number,
  after: Pick<Update, "readyAt" | "id"> | null,
  limit: number,
): readonly Update[] {
  const sql =
    "select * from updates where ready_at <= ? and (ready_at, id) > (?, ?) order by ready_at, id limit ?";
  return db.all(sql, now, after?.readyAt ?? 0, after?.id ?? 0, limit).map(fromRow);
}

export function nextUpdateAt(db: Database): number | null {
  const row = db.get("select ready_at from updates order by ready_at limit 1");
  return row === undefined ? null : int(row, "ready_at");
}

export function countUpdates(db: Database): number {
  const row = db.get("select count(*) as count from updates");
  return row === undefined ? 0 : int(row, "count");
}

export function deleteUpdates(db: Database, ids: readonly number[]): void {
  if (ids.length === 0) return;
  const sql = "delete from updates where id in (select value from json_each(?))";
  db.run(sql, JSON.stringify(ids));
}

const KINDS: readonly UpdateKind[] = ["message", "status", "other"];

function fromRow(row: Row): Update {
  return {
    id: int(row, "id"),
    wabaId: text(row, "waba_id"),
    phoneNumberId: text(row, "phone_number_id"),
    field: text(row, "field"),
    kind: KINDS.find((it) => it === text(row, "kind")) ?? "other",
    about: text(row, "about"),
    value: text(row, "value"),
    readyAt: int(row, "ready_at"),
  };
}
