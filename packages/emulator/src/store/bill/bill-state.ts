import { ReadCache } from "../cache/read-cache.ts";
import { z } from "zod";
import type { Conversation, PairState } from "../../bill/charges/conversation.ts";
import { NO_PAIR } from "../../bill/charges/conversation.ts";
import { parseJson } from "../../json.ts";
import { int, intOrNull, text } from "../row.ts";
import type { Database } from "../sqlite.ts";

/**
 * What billing remembers. A line per delivered message, the state between a
 * number and a person while there is one, and counters.
 */
export const BILL_SCHEMA = `
create table if not exists bill_lines (
  send_id integer primary key, wamid text not null, waba_id text not null,
  phone_number_id text not null, recipient text not null, country text not null,
  market text not null, at integer not null, day text not null, tariff text not null,
  card_from text not null, currency text not null, model text not null, type text not null,
  category text not null, billable integer not null, reason text not null, rate text,
  amount_micros integer not null, standing text not null, tier text, conversation_id text,
  conversation_category text, opens integer not null, template_id text
);
create index if not exists bill_lines_by_time on bill_lines (waba_id, at);
create table if not exists bill_pairs (
  phone_number_id text not null, person text not null, entry_at integer, open text not null,
  primary key (phone_number_id, person)
) without rowid;
create table if not exists bill_counters (name text primary key, value integer not null) without rowid;
`;

const conversations: z.ZodType<readonly Conversation[]> = z.array(
  z.object({
    id: z.string(),
    category: z.enum([
      "marketing",
      "utility",
      "authentication",
      "service",
      "business_initiated",
      "user_initiated",
      "referral_conversion",
    ]),
    priced: z.string(),
    type: z.enum(["regular", "free_tier", "free_service", "free_entry_point"]),
    openedAt: z.number(),
    expiresAt: z.number(),
  }),
);

const pairs = new ReadCache<string, PairState>();
const counters = new ReadCache<string, number>();

export function findPair(db: Database, phoneNumberId: string, person: string): PairState {
  return pairs.read(db, `${phoneNumberId} ${person}`, () => readPair(db, phoneNumberId, person));
}

function readPair(db: Database, phoneNumberId: string, person: string): PairState {
  const row = db.get(
    "select entry_at, open from bill_pairs where phone_number_id = ? and person = ?",
    phoneNumberId,
    person,
  );
  if (row === undefined) return NO_PAIR;
  return {
    entryAt: intOrNull(row, "entry_at"),
    open: conversations.parse(parseJson(text(row, "open"))),
  };
}

export function savePair(
  db: Database,
  phoneNumberId: string,
  person: string,
  pair: PairState,
): void {
  db.run(
    "insert or replace into bill_pairs (phone_number_id, person, entry_at, open) values (?, ?, ?, ?)",
    phoneNumberId,
    person,
    pair.entryAt,
    JSON.stringify(pair.open),
  );
  pairs.put(db, `${phoneNumberId} ${person}`, pair);
}

export function billCount(db: Database, name: string): number {
  return counters.read(db, name, () => {
    const row = db.get("select value from bill_counters where name = ?", name);
    return row === undefined ? 0 : int(row, "value");
  });
}

export function growBillCount(db: Database, name: string): void {
  const before = billCount(db, name);
  db.run(
    "insert into bill_counters (name, value) values (?, 1) on conflict do update set value = value + 1",
    name,
  );
  counters.put(db, name, before + 1);
}
