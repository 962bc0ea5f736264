import { int, text } from "./row.ts";
import type { Database } from "./sqlite.ts";

/**
 * Numbers that only grow: everything that gets an id takes one.
 *
 * Counted in memory and written with the transaction that used them, so the
 * same calls give the same ids, also with a restart in between.
 */
export class Counters {
  readonly #values = new Map<string, number>();
  readonly #dirty = new Set<string>();
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    this.#load();
    database.onCommit(() => this.#save());
    database.onExchange(() => this.#load());
  }

  next(name: string): number {
    const value = (this.#values.get(name) ?? 0) + 1;
    this.#values.set(name, value);
    this.#dirty.add(name);
    return value;
  }

  /** The last number given; 0 when none was. */
  value(name: string): number {
    return this.#values.get(name) ?? 0;
  }

  clear(): void {
    this.#values.clear();
    this.#dirty.clear();
    this.#database.write(() => this.#database.run("delete from counters"));
  }

  #load(): void {
    this.#values.clear();
    this.#dirty.clear();
    for (const row of this.#database.all("select name, value from counters")) {
      this.#values.set(text(row, "name"), int(row, "value"));
    }
  }

  #save(): void {
    const sql =
      "insert into counters (name, value) values (?, ?) on conflict do update set value = excluded.value";
    for (const name of this.#dirty) this.#database.run(sql, name, this.#values.get(name) ?? 0);
    this.#dirty.clear();
  }
}
