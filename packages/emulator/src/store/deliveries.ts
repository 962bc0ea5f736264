import { escapeUnicode } from "../webhooks/escape.ts";
import { int, intOrNull, text, textOrNull } from "./row.ts";
import type { Database, Row } from "./sqlite.ts";

export type DeliveryState = "waiting" | "delivered" | "given-up";

/** One webhook: fixed bytes for one URL, repeated until it is taken or given up. */
export type Delivery = {
  readonly id: number;
  readonly url: string;
  readonly field: string;
  readonly updateCount: number;
  readonly body: string;
  readonly signature: string;
  readonly state: DeliveryState;
  readonly attemptCount: number;
  readonly createdAt: number;
  readonly nextAttemptAt: number | null;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
};

export type Attempt = {
  readonly at: number;
  readonly status: number | null;
  readonly error: string | null;
  readonly durationMs: number;
};

/** Deliveries that are over are kept for the log until there are this many. */
const KEPT = 5000;

export function insertDelivery(
  db: Database,
  delivery: Pick<Delivery, "url" | "field" | "updateCount" | "body" | "signature" | "createdAt">,
): number {
  return db.run(
    "insert into deliveries (url, field, update_count, body, signature, state, attempt_count, created_at, next_attempt_at) values (?, ?, ?, ?, ?, 'waiting', 0, ?, ?)",
    delivery.url,
    delivery.field,
    delivery.updateCount,
    delivery.body,
    delivery.signature,
    delivery.createdAt,
    delivery.createdAt,
  );
}

export function findDelivery(db: Database, id: number): Delivery | null {
  const row = db.get("select * from deliveries where id = ?", id);
  return row === undefined ? null : fromRow(row);
}

/** Which deliveries are to be tried, the longest waiting first; without their bodies. */
export function listDueDeliveries(
  db: Database,
  now: number,
  limit: number,
): readonly Pick<Delivery, "id" | "url">[] {
  const sql =
    "select id, url from deliveries where state = 'waiting' and next_attempt_at <= ? order by next_attempt_at, id limit ?";
  return db.all(sql, now, limit).map((row) => ({ id: int(row, "id"), url: text(row, "url") }));
}

/** The earliest attempt among those that are not `underWay`. */
export function nextAttemptAt(db: Database, underWay: ReadonlySet<number>): number | null {
  const sql =
    "select id, next_attempt_at from deliveries where state = 'waiting' order by next_attempt_at, id limit ?";
  const row = db.all(sql, underWay.size + 1).find((it) => !underWay.has(int(it, "id")));
  return row === undefined ? null : int(row, "next_attempt_at");
}

/** Writes down an attempt and what follows from it. */
export function recordAttempt(
  db: Database,
  delivery: Delivery,
  attempt: Attempt,
  next: { readonly state: DeliveryState; readonly at: number | null },
): void {
  const number = delivery.attemptCount + 1;
  db.run(
    "insert or replace into attempts (delivery_id, number, at, status, error, duration_ms) values (?, ?, ?, ?, ?, ?)",
    delivery.id,
    number,
    attempt.at,
    attempt.status,
    attempt.error,
    attempt.durationMs,
  );
  db.run(
    "update deliveries set state = ?, attempt_count = ?, next_attempt_at = ?, last_status = ?, last_error = ? where id = ?",
    next.state,
    number,
    next.at,
    attempt.status,
    attempt.error,
    delivery.id,
  );
  if (delivery.id % 100 === 0) prune(db);
}

export function scheduleDelivery(db: Database, id: number, at: number): void {
  const sql = "update deliveries set state = 'waiting', next_attempt_at = ? where id = ?";
  db.run(sql, at, id);
}

export function listAttempts(db: Database, id: number): readonly Attempt[] {
  return db.all("select * from attempts where delivery_id = ? order by number", id).map((row) => ({
    at: int(row, "at"),
    status: intOrNull(row, "status"),
    error: textOrNull(row, "error"),
    durationMs: int(row, "duration_ms"),
  }));
}

export type DeliveryQuery = {
  readonly state?: string | undefined;
  readonly field?: string | undefined;
  /** Anywhere in the body or the URL, in whatever case. */
  readonly text?: string | undefined;
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  /** The id of the last one already seen. */
  readonly before: number;
  readonly limit: number;
};

/** The latest first. */
export function listDeliveries(db: Database, query: DeliveryQuery): readonly Delivery[] {
  // Bodies are kept as they are sent: \uXXXX for everything that is not ASCII.
  const text = query.text === undefined ? undefined : escapeUnicode(query.text).toLowerCase();
  const conditions = [
    { sql: "id < ?", value: query.before },
    { sql: "state = ?", value: query.state },
    { sql: "instr(field, ?) > 0", value: query.field },
    { sql: "instr(lower(url || ' ' || replace(body, '\\/', '/')), ?) > 0", value: text },
    { sql: "created_at >= ?", value: query.since },
    { sql: "created_at <= ?", value: query.until },
  ].flatMap(({ sql, value }) => (value === undefined ? [] : [{ sql, value }]));
  const where = conditions.map((it) => it.sql).join(" and ");
  const sql = `select * from deliveries where ${where} order by id desc limit ?`;
  return db.all(sql, ...conditions.map((it) => it.value), query.limit).map(fromRow);
}

export function countDeliveries(db: Database): Readonly<Record<DeliveryState, number>> {
  const counts = { waiting: 0, delivered: 0, "given-up": 0 };
  for (const row of db.all("select state, count(*) as count from deliveries group by state")) {
    const state = STATES.find((it) => it === text(row, "state"));
    if (state !== undefined) counts[state] = int(row, "count");
  }
  return counts;
}

function prune(db: Database): void {
  const row = db.get(
    "select id from deliveries where state <> 'waiting' order by id desc limit 1 offset ?",
    KEPT,
  );
  if (row === undefined) return;
  const last = int(row, "id");
  db.run(
    "delete from attempts where delivery_id in (select id from deliveries where state <> 'waiting' and id <= ?)",
    last,
  );
  db.run("delete from deliveries where state <> 'waiting' and id <= ?", last);
}

const STATES: readonly DeliveryState[] = ["waiting", "delivered", "given-up"];

function fromRow(row: Row): Delivery {
  return {
    id: int(row, "id"),
    url: text(row, "url"),
    field: text(row, "field"),
    updateCount: int(row, "update_count"),
    body: text(row, "body"),
    signature: text(row, "signature"),
    state: STATES.find((it) => it === text(row, "state")) ?? "waiting",
    attemptCount: int(row, "attempt_count"),
    createdAt: int(row, "created_at"),
    nextAttemptAt: intOrNull(row, "next_attempt_at"),
    lastStatus: intOrNull(row, "last_status"),
    lastError: textOrNull(row, "last_error"),
  };
}

/** The deliveries whose body mentions a message id, the earliest first. */
export function listDeliveriesAbout(db: Database, wamid: string): readonly Delivery[] {
  return db
    .all("select * from deliveries where instr(body, ?) > 0 order by id", wamid)
    .map(fromRow);
}
