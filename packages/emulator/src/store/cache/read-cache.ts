import type { Database } from "../sqlite.ts";

/**
 * What was read lately, by key, so that a message that asks for its recipient
 * ten times costs one read.
 *
 * Whoever writes says so with `put` or `drop`. A rolled back write, a reset and
 * an exchange of the whole database forget everything.
 */
export class ReadCache<K, V extends object | number | string | boolean | null> {
  readonly #limit: number;
  readonly #known = new WeakMap<Database, Map<K, V>>();

  constructor(limit = 20_000) {
    this.#limit = limit;
  }

  /** The value as it is known, or as `load` reads it. */
  read(db: Database, key: K, load: () => V): V {
    const known = this.#of(db);
    const value = known.get(key);
    if (value !== undefined) return value;
    const loaded = load();
    this.put(db, key, loaded);
    return loaded;
  }

  put(db: Database, key: K, value: V): void {
    const known = this.#of(db);
    if (known.size >= this.#limit) known.clear();
    known.set(key, value);
  }

  drop(db: Database, key: K): void {
    this.#of(db).delete(key);
  }

  clear(db: Database): void {
    this.#of(db).clear();
  }

  #of(db: Database): Map<K, V> {
    const known = this.#known.get(db);
    if (known !== undefined) return known;
    const made = new Map<K, V>();
    this.#known.set(db, made);
    db.onRollback(() => made.clear());
    return made;
  }
}
