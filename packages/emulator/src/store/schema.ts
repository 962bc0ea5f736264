import { REQUESTS_SCHEMA } from "./requests.ts";
import { FLOW_REQUESTS_SCHEMA } from "./calls/flow-requests.ts";
import { USAGE_SCHEMA } from "./calls/usage.ts";
import { LIMITS_SCHEMA } from "./limits/limits-schema.ts";
import { BILL_SCHEMA } from "./bill/bill-state.ts";
import { STAT_SCHEMA } from "./bill/stat-slots.ts";

/** Grows by one with each change to `SCHEMA` that an older emulator cannot read. */
export const SCHEMA_VERSION = 2;

/** What brings a file of the version before each of these to it. */
export const UPGRADES: Readonly<Record<number, string>> = {
  2: "alter table sends add column template_id text",
};

/**
 * Few and small things (accounts, numbers, tokens, templates, settings, rules)
 * are documents; what can be many has a table. Instants are milliseconds on the
 * emulator's clock.
 */
export const SCHEMA = `
create table if not exists documents (
  kind text not null, id text not null, body text not null, primary key (kind, id)
) without rowid;
create table if not exists counters (name text primary key, value integer not null) without rowid;
create table if not exists people (
  id text primary key, name text not null, wa_id text not null unique, bsuid text not null unique,
  username text, online integer not null, read_receipts integer not null,
  on_whatsapp integer not null, phone_hidden integer not null, auto_read_ms integer
) without rowid;
create table if not exists chats (
  person_id text not null, chat_id text not null, is_open integer not null default 0,
  blocked integer not null default 0, typing_until integer, primary key (person_id, chat_id)
) without rowid;
create table if not exists windows (
  phone_number_id text not null, person_id text not null, last_inbound_at integer not null,
  primary key (phone_number_id, person_id)
) without rowid;
create table if not exists business_blocks (
  phone_number_id text not null, wa_id text not null, blocked_at integer not null,
  primary key (phone_number_id, wa_id)
) without rowid;
create table if not exists sends (
  id integer primary key, wamid text not null unique, phone_number_id text not null,
  recipient text not null, person_id text, type text not null, category text not null,
  callback_data text, accepted_at integer not null, answered integer not null default 1,
  status text not null, error_code integer, body text not null, template_id text
);
create index if not exists sends_by_callback on sends (callback_data) where callback_data is not null;
create index if not exists sends_waiting on sends (person_id, id) where status = 'sent';
create index if not exists sends_by_recipient on sends (recipient, id);
create table if not exists bubbles (
  seq integer primary key, person_id text not null, chat_id text not null, wamid text not null,
  direction text not null, sent_at integer not null, content text not null, reply_to text,
  forwarded integer not null default 0, my_reaction text, peer_reaction text, ticks text,
  is_read integer not null default 0, played integer not null default 0,
  edited integer not null default 0, tapped text
);
create unique index if not exists bubbles_by_wamid on bubbles (wamid, person_id);
create index if not exists bubbles_by_chat on bubbles (person_id, chat_id, seq);
create index if not exists bubbles_on_the_way on bubbles (chat_id, seq) where ticks in ('waiting', 'sent');
create table if not exists scripts (
  id integer primary key, person_id text not null, chat_id text not null, steps text not null,
  next_step integer not null, state text not null, seen_seq integer not null, error text,
  started_at integer not null
);
create index if not exists scripts_by_person on scripts (person_id, id);
create index if not exists scripts_waiting on scripts (person_id, chat_id) where state = 'waiting';
create table if not exists feedback (
  id integer primary key, kind text not null, person_id text not null, phone_number_id text not null,
  template_id text, reason text, at integer not null
);
create index if not exists feedback_by_number on feedback (phone_number_id, at);
create index if not exists feedback_by_template on feedback (template_id, at) where template_id is not null;
create table if not exists blobs (sha256 text primary key, bytes blob not null);
create table if not exists media (
  id text primary key, phone_number_id text, sha256 text not null, mime_type text not null,
  filename text, size integer not null, expires_at integer not null, deleted integer not null default 0
) without rowid;
create table if not exists due (
  id integer primary key, at integer not null, kind text not null, subject text not null
);
create index if not exists due_by_time on due (at, id);
create table if not exists updates (
  id integer primary key, waba_id text not null, phone_number_id text not null, field text not null,
  kind text not null, about text not null, value text not null, ready_at integer not null
);
create index if not exists updates_by_time on updates (ready_at, id);
create table if not exists deliveries (
  id integer primary key, url text not null, field text not null, update_count integer not null,
  body text not null, signature text not null, state text not null, attempt_count integer not null,
  created_at integer not null, next_attempt_at integer, last_status integer, last_error text
);
create index if not exists deliveries_waiting on deliveries (next_attempt_at, id) where state = 'waiting';
create index if not exists deliveries_by_state on deliveries (state, id);
create table if not exists attempts (
  delivery_id integer not null, number integer not null, at integer not null, status integer,
  error text, duration_ms integer not null, primary key (delivery_id, number)
) without rowid;
${USAGE_SCHEMA}${FLOW_REQUESTS_SCHEMA}${LIMITS_SCHEMA}${BILL_SCHEMA}${STAT_SCHEMA}${REQUESTS_SCHEMA}`;
