import { int, text } from "../row.ts";
import type { Database } from "../sqlite.ts";

/**
 * How many messages did what, in quarters of an hour: what the analytics edges
 * add up. A quarter divides every day of every time zone.
 */
export const STAT_SCHEMA = `
create table if not exists stat_slots (
  waba_id text not null, slot integer not null, phone_number_id text not null,
  country text not null, template_id text not null, metric text not null, count integer not null,
  primary key (waba_id, slot, phone_number_id, country, template_id, metric)
) without rowid;
`;

export const SLOT_MS = 15 * 60 * 1000;

export type Stat = {
  readonly wabaId: string;
  readonly at: number;
  readonly phoneNumberId: string;
  readonly country: string;
  /** Empty for what is not a template. */
  readonly templateId: string;
  /** `sent`, `delivered`, `read`, or `click <type> <words on the button>`. */
  readonly metric: string;
};

export function countStat(db: Database, stat: Stat): void {
  db.run(
    "insert into stat_slots (waba_id, slot, phone_number_id, country, template_id, metric, count) values (?, ?, ?, ?, ?, ?, 1) on conflict do update set count = count + 1",
    stat.wabaId,
    Math.floor(stat.at / SLOT_MS),
    stat.phoneNumberId,
    stat.country,
    stat.templateId,
    stat.metric,
  );
}

export type StatSlot = Omit<Stat, "wabaId"> & { readonly count: number };

/** Everything counted from `from` on and before `to`; `at` is where a slot begins. */
export function listStats(
  db: Database,
  wabaId: string,
  from: number,
  to: number,
): readonly StatSlot[] {
  const sql =
    "select * from stat_slots where waba_id = ? and slot >= ? and slot < ? order by slot, phone_number_id, country, template_id, metric";
  return db.all(sql, wabaId, Math.floor(from / SLOT_MS), Math.ceil(to / SLOT_MS)).map((row) => ({
    at: int(row, "slot") * SLOT_MS,
    phoneNumberId: text(row, "phone_number_id"),
    country: text(row, "country"),
    templateId: text(row, "template_id"),
    metric: text(row, "metric"),
    count: int(row, "count"),
  }));
}
