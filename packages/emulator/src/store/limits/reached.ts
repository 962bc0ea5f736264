import { int, intOrNull } from "../row.ts";
import type { Database } from "../sqlite.ts";

/**
 * Who was written to outside a service window, by portfolio or number.
 *
 * One row for each person, with the last time, so that a person counts once.
 */
export function reachedAt(db: Database, subject: string, personId: string): number | null {
  const sql = "select at from reached where subject = ? and person_id = ?";
  const row = db.get(sql, subject, personId);
  return row === undefined ? null : int(row, "at");
}

export function countReached(db: Database, subject: string, after: number, until: number): number {
  const sql = "select count(*) as count from reached where subject = ? and at > ? and at <= ?";
  const row = db.get(sql, subject, after, until);
  return row === undefined ? 0 : int(row, "count");
}

/** The message arrived, which counts towards the first growth of a limit. */
export function markDelivered(db: Database, subject: string, personId: string, at: number): void {
  db.run(
    "update reached set delivered_at = ? where subject = ? and person_id = ?",
    at,
    subject,
    personId,
  );
}

export function countDelivered(db: Database, subject: string, after: number): number {
  const sql = "select count(*) as count from reached where subject = ? and delivered_at > ?";
  const row = db.get(sql, subject, after);
  return row === undefined ? 0 : int(row, "count");
}

export function forgetReached(db: Database, subject: string, until: number): void {
  db.run("delete from reached where subject = ? and at <= ?", subject, until);
}

/** When the person who was reached longest ago within the window stops counting. */
export function firstReachedAfter(db: Database, subject: string, after: number): number | null {
  const sql = "select min(at) as at from reached where subject = ? and at > ?";
  const row = db.get(sql, subject, after);
  return row === undefined ? null : intOrNull(row, "at");
}

type Count = { readonly after: number; readonly count: number };

/**
 * How many different people were reached in a rolling window, without counting
 * them anew: what has grown too old since the last time is subtracted.
 */
export class ReachCounts {
  readonly #database: Database;
  readonly #windowMs: number;
  readonly #counts = new Map<string, Count>();

  constructor(database: Database, windowMs: number) {
    this.#database = database;
    this.#windowMs = windowMs;
    // What was counted may not have happened.
    database.onRollback(() => this.#counts.clear());
  }

  count(now: number, subject: string): number {
    const after = now - this.#windowMs;
    const known = this.#counts.get(subject);
    // A clock that was moved back makes people count again.
    const count =
      known === undefined || after < known.after
        ? countReached(this.#database, subject, after, Number.MAX_SAFE_INTEGER)
        : known.count - countReached(this.#database, subject, known.after, after);
    this.#counts.set(subject, { after, count });
    return count;
  }

  /** Whether the person is among those who count at `now`. */
  has(now: number, subject: string, personId: string): boolean {
    const at = reachedAt(this.#database, subject, personId);
    return at !== null && at > now - this.#windowMs;
  }

  add(now: number, subject: string, personId: string): void {
    const count = this.count(now, subject) + (this.has(now, subject, personId) ? 0 : 1);
    this.#database.run(
      "insert into reached (subject, person_id, at) values (?, ?, ?) on conflict do update set at = excluded.at",
      subject,
      personId,
      now,
    );
    this.#counts.set(subject, { after: now - this.#windowMs, count });
  }

  clear(): void {
    this.#counts.clear();
  }
}
