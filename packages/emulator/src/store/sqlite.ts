import {
  DatabaseSync,
  type SQLInputValue,
  type SQLOutputValue,
  type StatementSync,
} from "node:sqlite";
import { exchangeRows } from "./exchange.ts";
import { SCHEMA, SCHEMA_VERSION, UPGRADES } from "./schema.ts";

export type Row = Readonly<Record<string, SQLOutputValue>>;

/** The file was written by a newer emulator. */
export class NewerDataError extends Error {
  override readonly name = "NewerDataError";
}

/**
 * The emulator's state in SQLite.
 *
 * Writes of one turn of the event loop share a transaction, which is committed
 * at the end of the turn. Whoever promised something to the outside waits for
 * `committed()` first: after that a `kill -9` cannot take it back. In WAL mode
 * without a sync per commit only a power failure could.
 */
export class Database {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #beforeCommit: (() => void)[] = [];
  readonly #afterRollback: (() => void)[] = [];
  readonly #afterExchange: (() => void)[] = [];
  #open: { readonly done: Promise<void>; readonly resolve: () => void } | null = null;
  #writing = false;
  /** What a part of the write under way has thrown. */
  #broken: Error | null = null;

  constructor(path: string) {
    this.#db = new DatabaseSync(path);
    this.#db.exec(
      "pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 2000",
    );
    const version = Number(this.#db.prepare("pragma user_version").get()?.["user_version"] ?? 0);
    if (version > SCHEMA_VERSION) {
      this.#db.close();
      throw new NewerDataError(
        `${path} was written by a newer emulator; start that one, or choose another --data directory`,
      );
    }
    this.#upgrade(version);
    this.#db.exec(SCHEMA);
    this.#db.exec(`pragma user_version = ${SCHEMA_VERSION}`);
  }

  /** A fresh file has version 0 and gets the whole schema at once. */
  #upgrade(version: number): void {
    if (version === 0) return;
    for (let next = version + 1; next <= SCHEMA_VERSION; next += 1) {
      this.#db.exec(UPGRADES[next] ?? "");
    }
  }

  get(sql: string, ...params: SQLInputValue[]): Row | undefined {
    return this.#statement(sql).get(...params);
  }

  all(sql: string, ...params: SQLInputValue[]): Row[] {
    return this.#statement(sql).all(...params);
  }

  run(sql: string, ...params: SQLInputValue[]): number {
    return Number(this.#statement(sql).run(...params).lastInsertRowid);
  }

  /**
   * Runs `work` so that all of its writes happen or, if it throws, none.
   *
   * Inside another `write` it is a part of that one: if it throws, the outer one
   * is undone as well, even where somebody has caught the error.
   */
  write<T>(work: () => T): T {
    if (this.#writing) return this.#writePart(work);
    this.#begin();
    this.#writing = true;
    this.#broken = null;
    this.#exec("savepoint write");
    try {
      const result = work();
      if (this.#broken !== null) throw this.#broken;
      this.#exec("release write");
      return result;
    } catch (error) {
      this.#exec("rollback to write");
      this.#exec("release write");
      this.forget();
      throw error;
    } finally {
      this.#writing = false;
    }
  }

  #writePart<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.#broken = error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  }

  /** What was read before may be wrong: whoever keeps some of it reads it again. */
  forget(): void {
    for (const hook of this.#afterRollback) hook();
  }

  /** Resolves when everything written so far is in the file. */
  committed(): Promise<void> {
    return this.#open?.done ?? Promise.resolve();
  }

  onCommit(hook: () => void): void {
    this.#beforeCommit.push(hook);
  }

  onRollback(hook: () => void): void {
    this.#afterRollback.push(hook);
  }

  /** Whoever keeps something of the database in memory reads it again; so do those of `onRollback`. */
  onExchange(hook: () => void): void {
    this.#afterExchange.push(hook);
  }

  /** Writes all of it, as it stands, into a file that is not there yet. */
  copyTo(path: string): void {
    this.#begin();
    this.#commit();
    this.#db.prepare("vacuum into ?").run(path);
  }

  /** Replaces all of it by what the file at `path` holds, in this version's tables. */
  exchange(path: string): void {
    this.#begin();
    this.#commit();
    exchangeRows(this.#db, path);
    for (const hook of [...this.#afterRollback, ...this.#afterExchange]) hook();
  }

  /** Writes down what is only in memory, and ends. */
  close(): void {
    this.#begin();
    this.#commit();
    this.#db.close();
  }

  #begin(): void {
    if (this.#open !== null) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#open = { done: promise, resolve };
    this.#exec("begin immediate");
    setImmediate(() => this.#commit());
  }

  #commit(): void {
    const open = this.#open;
    if (open === null) return;
    for (const hook of this.#beforeCommit) hook();
    this.#open = null;
    this.#exec("commit");
    open.resolve();
  }

  #exec(sql: string): void {
    this.#statement(sql).run();
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
