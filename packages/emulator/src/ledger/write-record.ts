import { isObject, parseObject } from "../json.ts";
import { int, intOrNull, text, textOrNull } from "../store/row.ts";
import type { Database } from "../store/sqlite.ts";

/**
 * The ledger as text: every send that was accepted in a line of its own, in
 * that order, keys sorted, instants on the emulator's clock.
 */
export function writeLedger(db: Database): string {
  const rows = db.all("select * from sends order by id");
  return lines(
    rows.map((row) => ({
      acceptedAt: iso(int(row, "accepted_at")),
      answered: int(row, "answered") === 1,
      body: parseObject(text(row, "body")),
      callbackData: textOrNull(row, "callback_data"),
      errorCode: intOrNull(row, "error_code"),
      phoneNumberId: text(row, "phone_number_id"),
      status: text(row, "status"),
      to: text(row, "recipient"),
      wamid: text(row, "wamid"),
    })),
  );
}

/**
 * Every attempt at a webhook in a line of its own, by time and, where that is
 * the same, in the order in which the webhooks were made; then those that no
 * attempt was made at. How long a receiver took is left out: that is chance.
 */
export function writeDeliveries(db: Database): string {
  const sql =
    "select d.id, d.url, d.body, d.signature, d.state, a.number, a.at, a.status, a.error from deliveries d left join attempts a on a.delivery_id = d.id order by a.at is null, a.at, d.id, a.number";
  return lines(
    db.all(sql).map((row) => {
      const at = intOrNull(row, "at");
      return {
        at: at === null ? null : iso(at),
        attempt: intOrNull(row, "number"),
        body: text(row, "body"),
        delivery: int(row, "id"),
        error: textOrNull(row, "error"),
        signature: text(row, "signature"),
        state: text(row, "state"),
        status: intOrNull(row, "status"),
        url: text(row, "url"),
      };
    }),
  );
}

function lines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(sorted(value))}\n`).join("");
}

/** A copy with the keys of every object in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).toSorted();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
