import { int, text } from "./row.ts";
import type { Database } from "./sqlite.ts";

/**
 * What a due row makes happen.
 *
 * `transport`: Meta's servers handle an accepted send. `arrive`: it reaches the
 * phone. `auto-read`: a person looks at a chat. `review`: the reviewer decides
 * about a template. `template`: something that was to happen to a template later.
 * `number-review`: the reviewer decides about a number's name or badge.
 * `restriction-over`: an account may send again.
 */
export type DueKind =
  | "transport"
  | "arrive"
  | "auto-read"
  | "review"
  | "template"
  | "number-review"
  | "restriction-over";

export type Due = {
  readonly id: number;
  readonly at: number;
  readonly kind: DueKind;
  readonly subject: string;
};

export function insertDue(db: Database, due: Omit<Due, "id">): void {
  db.run("insert into due (at, kind, subject) values (?, ?, ?)", due.at, due.kind, due.subject);
}

/** Takes what is due at `now` out of the table, the earliest first. */
export function takeDue(db: Database, now: number, limit: number): readonly Due[] {
  const rows = db.all("select * from due where at <= ? order by at, id limit ?", now, limit);
  for (const row of rows) db.run("delete from due where id = ?", int(row, "id"));
  return rows.flatMap((row) => {
    const kind = KINDS.find((it) => it === text(row, "kind"));
    if (kind === undefined) return [];
    return [{ id: int(row, "id"), at: int(row, "at"), kind, subject: text(row, "subject") }];
  });
}

export function nextDueAt(db: Database): number | null {
  const row = db.get("select at from due order by at limit 1");
  return row === undefined ? null : int(row, "at");
}

const KINDS: readonly DueKind[] = [
  "transport",
  "arrive",
  "auto-read",
  "review",
  "template",
  "number-review",
  "restriction-over",
];
