import { int } from "../row.ts";
import type { Database } from "../sqlite.ts";

export const DAY_MS = 24 * 60 * 60 * 1000;

/** What became of the messages of a number or template on one day (UTC). */
export type Tally = {
  /** Days since 1970. */
  readonly day: number;
  readonly delivered: number;
  readonly read: number;
  readonly blocked: number;
  readonly reported: number;
};

export type TallyColumn = "delivered" | "read" | "blocked" | "reported";

const ADD: Readonly<Record<TallyColumn, string>> = {
  delivered: add("delivered"),
  read: add("read"),
  blocked: add("blocked"),
  reported: add("reported"),
};

function add(column: string): string {
  return `insert into tallies (subject, day, ${column}) values (?, ?, 1) on conflict do update set ${column} = ${column} + 1`;
}

export function addToTally(db: Database, subject: string, at: number, column: TallyColumn): void {
  db.run(ADD[column], subject, dayOf(at));
}

/** The days from `firstDay` on that have anything, the earliest first. */
export function listTallies(db: Database, subject: string, firstDay: number): readonly Tally[] {
  const sql = "select * from tallies where subject = ? and day >= ? order by day";
  return db.all(sql, subject, firstDay).map((row) => ({
    day: int(row, "day"),
    delivered: int(row, "delivered"),
    read: int(row, "read"),
    blocked: int(row, "blocked"),
    reported: int(row, "reported"),
  }));
}

export function dayOf(at: number): number {
  return Math.floor(at / DAY_MS);
}
