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

  list(): readonly T[] {
    return [...this.#known.values()];
  }

  put(id: string, document: T): T {
    const sql =
      "insert into documents (kind, id, body) values (?, ?, ?) on conflict do update set body = excluded.body";
    this.#database.write(() => this.#database.run(sql, this.#kind, id, JSON.stringify(document)));
    this.#known.set(id, document);
    return document;
  }

  remove(id: string): void {
    const sql = "delete from documents where kind = ? and id = ?";
    this.#database.write(() => this.#database.run(sql, this.#kind, id));
    this.#known.delete(id);
  }

  clear(): void {
    this.#database.write(() =>
      this.#database.run("delete from documents where kind = ?", this.#kind),
    );
    this.#known.clear();
  }

  #load(): void {
    this.#known.clear();
    const sql = "select id, body from documents where kind = ? order by id";
    for (const row of this.#database.all(sql, this.#kind)) {
      this.#known.set(text(row, "id"), this.#schema.parse(parseJson(text(row, "body"))));
    }
  }
}
