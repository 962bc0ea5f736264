import { int, intOrNull, text, textOrNull } from "./row.ts";
import type { Database, Row } from "./sqlite.ts";

/** The log of Graph calls. Nothing in it is a secret but `token`, which is one of the emulator's own. */
export const REQUESTS_SCHEMA = `
create table if not exists requests (
  id integer primary key, at integer not null, method text not null, path text not null,
  query text not null, content_type text, body text, body_size integer not null,
  status integer, code integer, subcode integer, answer text, duration_ms real not null,
  phone_number_id text, recipient text, wamid text, token text, token_end text, replay_of integer
);
`;

/** One Graph call, as the log keeps it. */
export type LoggedRequest = {
  readonly id: number;
  readonly at: number;
  readonly method: string;
  /** With its version, as it was called. */
  readonly path: string;
  /** With its question mark; secrets are masked here and in both bodies. */
  readonly query: string;
  readonly contentType: string | null;
  /** `null`: there was none, or it is not kept because it is no text or too long. */
  readonly body: string | null;
  readonly bodySize: number;
  /** `null`: the caller got no answer. */
  readonly status: number | null;
  readonly code: number | null;
  readonly subcode: number | null;
  readonly answer: string | null;
  readonly durationMs: number;
  readonly phoneNumberId: string | null;
  /** Digits or BSUID of the person a send was for. */
  readonly recipient: string | null;
  readonly wamid: string | null;
  /** Kept only if it is one of the emulator's own, so that the call can be repeated. */
  readonly token: string | null;
  readonly tokenEnd: string | null;
  readonly replayOf: number | null;
};

export type RequestQuery = {
  readonly text?: string;
  readonly method?: string;
  readonly path?: string;
  /** `400`, `4xx`, or `none` for those that got no answer. */
  readonly status?: string;
  readonly code?: number;
  readonly phoneNumberId?: string;
  readonly to?: string;
  readonly wamid?: string;
  readonly since?: number;
  readonly until?: number;
  readonly before: number;
  readonly limit: number;
};

const INSERT =
  "insert into requests (id, at, method, path, query, content_type, body, body_size, status, code, subcode, answer, duration_ms, phone_number_id, recipient, wamid, token, token_end, replay_of) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

export function insertRequest(db: Database, it: LoggedRequest): void {
  db.run(
    INSERT,
    it.id,
    it.at,
    it.method,
    it.path,
    it.query,
    it.contentType,
    it.body,
    it.bodySize,
    it.status,
    it.code,
    it.subcode,
    it.answer,
    it.durationMs,
    it.phoneNumberId,
    it.recipient,
    it.wamid,
    it.token,
    it.tokenEnd,
    it.replayOf,
  );
}

export function deleteRequestsUpTo(db: Database, id: number): void {
  db.run("delete from requests where id <= ?", id);
}

export function lastRequestId(db: Database): number {
  const row = db.get("select max(id) as id from requests");
  return row === undefined ? 0 : int(row, "id");
}

export function findRequest(db: Database, id: number): LoggedRequest | null {
  const row = db.get("select * from requests where id = ?", id);
  return row === undefined ? null : fromRow(row);
}

export function findReplay(db: Database, id: number): LoggedRequest | null {
  const row = db.get("select * from requests where replay_of = ? order by id desc limit 1", id);
  return row === undefined ? null : fromRow(row);
}

/** The latest first. */
export function listRequests(db: Database, query: RequestQuery): readonly LoggedRequest[] {
  const conditions = conditionsOf(query);
  const where = ["id < ?", ...conditions.map((it) => it.sql)].join(" and ");
  const params = conditions.flatMap((it) => it.params);
  return db
    .all(
      `select * from requests where ${where} order by id desc limit ?`,
      query.before,
      ...params,
      query.limit,
    )
    .map(fromRow);
}

type Condition = { readonly sql: string; readonly params: readonly (string | number)[] };

function conditionsOf(query: RequestQuery): readonly Condition[] {
  return [
    equals("method", query.method?.toUpperCase()),
    equals("code", query.code),
    equals("phone_number_id", query.phoneNumberId),
    equals("recipient", query.to?.replace(/^\+/, "")),
    equals("wamid", query.wamid),
    contains(["path"], query.path),
    contains(["path", "query", "body", "answer"], query.text),
    statusIs(query.status),
    query.since === undefined ? null : { sql: "at >= ?", params: [query.since] },
    query.until === undefined ? null : { sql: "at <= ?", params: [query.until] },
  ].filter((it) => it !== null);
}

function equals(column: string, value: string | number | undefined): Condition | null {
  return value === undefined ? null : { sql: `${column} = ?`, params: [value] };
}

function contains(columns: readonly string[], part: string | undefined): Condition | null {
  if (part === undefined) return null;
  const sql = columns.map((it) => `instr(lower(coalesce(${it}, '')), ?) > 0`).join(" or ");
  return { sql: `(${sql})`, params: columns.map(() => part.toLowerCase()) };
}

function statusIs(status: string | undefined): Condition | null {
  if (status === undefined) return null;
  if (status === "none") return { sql: "status is null", params: [] };
  const [first = ""] = status;
  if (/^\dxx$/.test(status)) return { sql: "status / 100 = ?", params: [Number(first)] };
  return { sql: "status = ?", params: [Number(status)] };
}

function fromRow(row: Row): LoggedRequest {
  return {
    id: int(row, "id"),
    at: int(row, "at"),
    method: text(row, "method"),
    path: text(row, "path"),
    query: text(row, "query"),
    contentType: textOrNull(row, "content_type"),
    body: textOrNull(row, "body"),
    bodySize: int(row, "body_size"),
    status: intOrNull(row, "status"),
    code: intOrNull(row, "code"),
    subcode: intOrNull(row, "subcode"),
    answer: textOrNull(row, "answer"),
    durationMs: int(row, "duration_ms"),
    phoneNumberId: textOrNull(row, "phone_number_id"),
    recipient: textOrNull(row, "recipient"),
    wamid: textOrNull(row, "wamid"),
    token: textOrNull(row, "token"),
    tokenEnd: textOrNull(row, "token_end"),
    replayOf: intOrNull(row, "replay_of"),
  };
}
