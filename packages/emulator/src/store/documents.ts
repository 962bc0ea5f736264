import type { z } from "zod";
import { parseJson } from "../json.ts";
import { text } from "./row.ts";
import type { Database } from "./sqlite.ts";

/**
 * All documents of one kind, kept in memory and written through.
 *
 * For what is read at every request and seldom written. A rolled back write
 * reads everything again, so memory never says more than the file.
 */
export class Documents<T> {
  readonly #database: Database;
  readonly #kind: string;
  readonly #schema: z.ZodType<T>;
  readonly #known = new Map<string, T>();
  #order: readonly string[] | null = null;
  #listed: readonly T[] | null = null;

  constructor(database: Database, kind: string, schema: z.ZodType<T>) {
    this.#database = database;
    this.#kind = kind;
    this.#schema = schema;
    this.#load();
    database.onRollback(() => this.#load());
  }

  find(id: string): T | null {
    return this.#known.get(id) ?? null;
  }

  /** In the order of their ids, which is the same after a restart. */
  list(): readonly T[] {
    this.#order ??= [...this.#known.keys()].toSorted();
    this.#listed ??= this.#order.flatMap((id) => this.#known.get(id) ?? []);
    return this.#listed;
  }

  put(id: string, document: T): T {
    const sql =
      "insert into documents (kind, id, body) values (?, ?, ?) on conflict do update set body = excluded.body";
    this.#database.write(() => this.#database.run(sql, this.#kind, id, JSON.stringify(document)));
    if (!this.#known.has(id)) this.#order = null;
    this.#known.set(id, document);
    this.#listed = null;
    return document;
  }

  remove(id: string): void {
    const sql = "delete from documents where kind = ? and id = ?";
    this.#database.write(() => this.#database.run(sql, this.#kind, id));
    this.#known.delete(id);
    this.#order = null;
    this.#listed = null;
  }

  clear(): void {
    this.#database.write(() =>
      this.#database.run("delete from documents where kind = ?", this.#kind),
    );
    this.#known.clear();
    this.#order = null;
    this.#listed = null;
  }

  #load(): void {
    this.#known.clear();
    this.#order = null;
    this.#listed = null;
    const sql = "select id, body from documents where kind = ? order by id";
    for (const row of this.#database.all(sql, this.#kind)) {
      this.#known.set(text(row, "id"), this.#schema.parse(parseJson(text(row, "body"))));
    }
  }
}
