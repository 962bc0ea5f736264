import { int, text } from "./row.ts";
import type { Database } from "./sqlite.ts";

const KINDS = [
  /** Meta's servers handle an accepted send. */
  "transport",
  /** It reaches the phone. */
  "arrive",
  /** A person looks at a chat. */
  "auto-read",
  /** The reviewer decides about a template. */
  "review",
  /** Something that was to happen to a template later. */
  "template",
  /** The reviewer decides about a number's name or badge. */
  "number-review",
  /** A limit of a business is looked at. */
  "limits",
  /** Somebody of a population does the next thing about a message. */
  "habit",
  /** Somebody of a population writes by themselves. */
  "visit",
  /** A person's script goes on. */
  "script",
] as const;

/** What a due row makes happen. */
export type DueKind = (typeof KINDS)[number];

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
  const last = rows.at(-1);
  if (last === undefined) return [];
  db.run("delete from due where (at, id) <= (?, ?)", int(last, "at"), int(last, "id"));
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
