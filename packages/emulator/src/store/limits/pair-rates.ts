import { type PairDebt, takePair } from "../../world/limits/pair-rate.ts";
import type { PhysicsSettings } from "../kinds/limits.ts";
import { int, text } from "../row.ts";
import type { Database } from "../sqlite.ts";

const TIDY_EVERY = 20_000;

/**
 * What numbers have borrowed from people, by pair.
 *
 * A debt can take four and a half minutes, so it is written with the
 * transaction of the send that made it. Paid debts are forgotten.
 */
export class PairRates {
  readonly #database: Database;
  readonly #debts = new Map<string, PairDebt>();
  readonly #dirty = new Set<string>();
  #taken = 0;

  constructor(database: Database) {
    this.#database = database;
    this.reload();
    database.onCommit(() => this.#save());
  }

  /** Takes one message if the pair rate allows it at `now`. */
  take(now: number, key: string, borrowing: PhysicsSettings["pairBorrowing"]): boolean {
    const debt = takePair(now, this.#debts.get(key) ?? null, borrowing);
    if (debt === null) return false;
    this.#debts.set(key, debt);
    this.#dirty.add(key);
    this.#taken += 1;
    if (this.#taken % TIDY_EVERY === 0) this.#forgetPaid(now);
    return true;
  }

  /** Reads everything again, after the file was replaced. */
  reload(): void {
    this.clear();
    for (const row of this.#database.all("select * from pair_rates")) {
      this.#debts.set(text(row, "key"), {
        startedAt: int(row, "started_at"),
        count: int(row, "count"),
        freeAt: int(row, "free_at"),
      });
    }
  }

  clear(): void {
    this.#debts.clear();
    this.#dirty.clear();
  }

  #save(): void {
    const sql =
      "insert or replace into pair_rates (key, started_at, count, free_at) values (?, ?, ?, ?)";
    for (const key of this.#dirty) {
      const debt = this.#debts.get(key);
      if (debt !== undefined) {
        this.#database.run(sql, key, debt.startedAt, debt.count, debt.freeAt);
      }
    }
    this.#dirty.clear();
  }

  #forgetPaid(now: number): void {
    for (const [key, debt] of this.#debts) if (debt.freeAt <= now) this.#debts.delete(key);
    this.#database.write(() =>
      this.#database.run("delete from pair_rates where free_at <= ?", now),
    );
  }
}
