import type { LedgerQuery } from "../wire/control.ts";
import { ReadCache } from "./cache/read-cache.ts";
import { flag, int, intOrNull, text, textOrNull } from "./row.ts";
import type { Database, Row } from "./sqlite.ts";

export type SendStatus = "accepted" | "sent" | "delivered" | "read" | "played" | "failed";

/** A send that was accepted: a line of the ledger, and what the transport works on. */
export type Send = {
  readonly id: number;
  readonly wamid: string;
  readonly phoneNumberId: string;
  /** Digits, or the BSUID when that was given. */
  readonly recipient: string;
  readonly personId: string | null;
  readonly type: string;
  /** The template that was sent; `null` for other kinds of messages. */
  readonly templateId: string | null;
  /** `service`, or the template's category in lower case. */
  readonly category: string;
  readonly callbackData: string | null;
  readonly acceptedAt: number;
  readonly answered: boolean;
  readonly status: SendStatus;
  readonly errorCode: number | null;
  /** The request's body, as JSON. */
  readonly body: string;
};

/** Sends on their way are asked for at every step of it. */
const recent = new ReadCache<number, Send | null>(5000);

export function insertSend(db: Database, send: Omit<Send, "id">): number {
  const id = db.run(
    "insert into sends (wamid, phone_number_id, recipient, person_id, type, category, callback_data, accepted_at, answered, status, error_code, body, template_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    send.wamid,
    send.phoneNumberId,
    send.recipient,
    send.personId,
    send.type,
    send.category,
    send.callbackData,
    send.acceptedAt,
    Number(send.answered),
    send.status,
    send.errorCode,
    send.body,
    send.templateId,
  );
  recent.put(db, id, { id, ...send });
  return id;
}

export function findSend(db: Database, id: number): Send | null {
  return recent.read(db, id, () => {
    const row = db.get("select * from sends where id = ?", id);
    return row === undefined ? null : fromRow(row);
  });
}

export function findSendByWamid(db: Database, wamid: string): Send | null {
  const row = db.get("select * from sends where wamid = ?", wamid);
  return row === undefined ? null : fromRow(row);
}

export function setSendStatus(
  db: Database,
  id: number,
  status: SendStatus,
  errorCode: number | null = null,
): void {
  const send = findSend(db, id);
  db.run("update sends set status = ?, error_code = ? where id = ?", status, errorCode, id);
  if (send !== null) recent.put(db, id, { ...send, status, errorCode });
}

export function markUnanswered(db: Database, wamid: string): void {
  db.run("update sends set answered = 0 where wamid = ?", wamid);
  recent.clear(db);
}

/** What waits for the person's phone to come online, in order of acceptance. */
export function sendsWaitingFor(db: Database, personId: string): readonly number[] {
  const sql = "select id from sends where person_id = ? and status = 'sent' order by id";
  return db.all(sql, personId).map((row) => int(row, "id"));
}

export function listSends(db: Database, query: LedgerQuery): readonly Send[] {
  const { where, params } = condition(query);
  const sql = `select * from sends where ${where} and id > ? order by id limit ?`;
  return db.all(sql, ...params, Number(query.after ?? 0), query.limit ?? 100).map(fromRow);
}

export function countSends(db: Database, query: LedgerQuery) {
  const { where, params } = condition(query);
  const row = db.get(
    `select count(*) as count, coalesce(max(id), 0) as newest, count(distinct callback_data) as callbacks, coalesce(sum(1 - answered), 0) as unanswered from sends where ${where} and id > ?`,
    ...params,
    Number(query.after ?? 0),
  );
  if (row === undefined) return { count: 0, newest: 0, distinctCallbackData: 0, unanswered: 0 };
  return {
    count: int(row, "count"),
    newest: int(row, "newest"),
    distinctCallbackData: int(row, "callbacks"),
    unanswered: int(row, "unanswered"),
  };
}

/** Callback data that `min` or more sends carry, the most frequent first. */
export function groupSends(db: Database, query: LedgerQuery, min: number) {
  const { where, params } = condition(query);
  const sql = `select callback_data, count(*) as count from sends where ${where} group by callback_data having count(*) >= ? order by count desc, callback_data limit ?`;
  return db.all(sql, ...params, min, query.limit ?? 1000).map((row) => ({
    callbackData: textOrNull(row, "callback_data"),
    count: int(row, "count"),
  }));
}

/** When the template was last sent; 0 when it never was. */
export function lastSendOf(db: Database, templateId: string): number {
  const row = db.get("select max(accepted_at) as at from sends where template_id = ?", templateId);
  return row === undefined ? 0 : (intOrNull(row, "at") ?? 0);
}

/** How often the template was sent in a span of time, its end left out. */
export function countSendsOf(
  db: Database,
  templateId: string,
  span: { readonly from: number; readonly to: number },
): number {
  const sql =
    "select count(*) as count from sends where template_id = ? and accepted_at >= ? and accepted_at < ?";
  const row = db.get(sql, templateId, span.from, span.to);
  return row === undefined ? 0 : (intOrNull(row, "count") ?? 0);
}

function condition(query: LedgerQuery): { where: string; params: string[] } {
  const columns = {
    callback_data: query.callbackData,
    recipient: query.to?.replace(/^\+/, ""),
    phone_number_id: query.phoneNumberId,
    wamid: query.wamid,
  };
  const given = Object.entries(columns).flatMap(([column, value]) =>
    value === undefined ? [] : [{ sql: `${column} = ?`, value }],
  );
  return {
    where: ["1 = 1", ...given.map((it) => it.sql)].join(" and "),
    params: given.map((it) => it.value),
  };
}

const STATUSES: readonly SendStatus[] = [
  "accepted",
  "sent",
  "delivered",
  "read",
  "played",
  "failed",
];

function fromRow(row: Row): Send {
  const status = text(row, "status");
  return {
    id: int(row, "id"),
    wamid: text(row, "wamid"),
    phoneNumberId: text(row, "phone_number_id"),
    recipient: text(row, "recipient"),
    personId: textOrNull(row, "person_id"),
    type: text(row, "type"),
    templateId: textOrNull(row, "template_id"),
    category: text(row, "category"),
    callbackData: textOrNull(row, "callback_data"),
    acceptedAt: int(row, "accepted_at"),
    answered: flag(row, "answered"),
    status: STATUSES.find((it) => it === status) ?? "accepted",
    errorCode: intOrNull(row, "error_code"),
    body: text(row, "body"),
  };
}
