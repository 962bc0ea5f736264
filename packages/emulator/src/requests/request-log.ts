import {
  deleteRequestsUpTo,
  insertRequest,
  lastRequestId,
  type LoggedRequest,
} from "../store/requests.ts";
import type { Database } from "../store/sqlite.ts";

const TOGETHER = 200;
const WITHIN_MS = 250;

/**
 * What the Graph API was asked and what it answered, the latest `kept` of it.
 *
 * Written in batches: a call pays for a push onto a list. Whoever reads calls
 * `flush` first, so nothing is missing; a `kill -9` may cost the last quarter
 * of a second of the log, and nothing else.
 */
export class RequestLog {
  readonly #db: Database;
  readonly #kept: number;
  #waiting: LoggedRequest[] = [];
  #lastId: number;
  #timer: NodeJS.Timeout | null = null;

  constructor(db: Database, kept: number) {
    this.#db = db;
    this.#kept = kept;
    this.#lastId = lastRequestId(db);
    db.onExchange(() => this.reload());
  }

  /** False: nothing is kept, so nothing needs to be put together either. */
  get on(): boolean {
    return this.#kept > 0;
  }

  add(request: Omit<LoggedRequest, "id">): void {
    this.#lastId += 1;
    this.#waiting.push({ id: this.#lastId, ...request });
    if (this.#waiting.length >= TOGETHER) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), WITHIN_MS).unref();
  }

  /** Writes down what waits, and drops what is too old. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const all = this.#waiting;
    if (all.length === 0) return;
    this.#waiting = [];
    this.#db.write(() => {
      for (const request of all) insertRequest(this.#db, request);
      deleteRequestsUpTo(this.#db, this.#lastId - this.#kept);
    });
  }

  /** Goes on from what the database holds. */
  reload(): void {
    this.#waiting = [];
    this.#lastId = lastRequestId(this.#db);
  }
}
