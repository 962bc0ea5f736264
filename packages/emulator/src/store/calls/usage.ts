import { int } from "../row.ts";
import type { Database } from "../sqlite.ts";

/** Calls of management edges by account and minute. */
export const USAGE_SCHEMA = `
create table if not exists graph_calls (
  subject text not null, minute integer not null, count integer not null, primary key (subject, minute)
) without rowid;
`;

/** Counts a call in its minute and forgets those before `oldest`, and those that are yet to come. */
export function countGraphCall(
  db: Database,
  subject: string,
  minute: number,
  oldest: number,
): void {
  db.run(
    "insert into graph_calls (subject, minute, count) values (?, ?, 1) on conflict do update set count = count + 1",
    subject,
    minute,
  );
  const sql = "delete from graph_calls where subject = ? and (minute < ? or minute > ?)";
  db.run(sql, subject, oldest, minute);
}

/** The minutes since `oldest` in which there were calls, the earliest first. */
export function graphCalls(
  db: Database,
  subject: string,
  oldest: number,
): readonly { readonly minute: number; readonly count: number }[] {
  const sql =
    "select minute, count from graph_calls where subject = ? and minute >= ? order by minute";
  return db
    .all(sql, subject, oldest)
    .map((row) => ({ minute: int(row, "minute"), count: int(row, "count") }));
}
