/**
 * What the limits remember that can be many.
 *
 * `pair_rates`: what a number has borrowed from a person. `reached`: who was
 * written to outside a service window, and when last, by portfolio or number.
 * `tallies`: what became of the messages of a number or template, by day. `held_sends`: accepted, and waiting for a
 * template's assessment. `marketing_received`: marketing that counts against a
 * person's own limit. `marketing_stops`: who wants none of it. `entry_points`:
 * who came from an advertisement. `ad_clicks`: the message that said so.
 */
export const LIMITS_SCHEMA = `
create table if not exists pair_rates (
  key text primary key, started_at integer not null, count integer not null, free_at integer not null
) without rowid;
create table if not exists reached (
  subject text not null, person_id text not null, at integer not null, delivered_at integer,
  primary key (subject, person_id)
) without rowid;
create index if not exists reached_by_time on reached (subject, at);
create table if not exists tallies (
  subject text not null, day integer not null, delivered integer not null default 0,
  read integer not null default 0, blocked integer not null default 0,
  reported integer not null default 0, primary key (subject, day)
) without rowid;
create table if not exists held_sends (
  send_id integer primary key, pacing_id text not null
);
create index if not exists held_sends_by_pacing on held_sends (pacing_id, send_id);
create table if not exists marketing_received (
  person_id text not null, at integer not null, send_id integer not null,
  primary key (person_id, send_id)
) without rowid;
create table if not exists marketing_stops (
  phone_number_id text not null, person_id text not null, at integer not null,
  primary key (phone_number_id, person_id)
) without rowid;
create table if not exists entry_points (
  phone_number_id text not null, person_id text not null, clicked_at integer, opened_at integer,
  primary key (phone_number_id, person_id)
) without rowid;
create table if not exists ad_clicks (wamid text primary key, referral text not null) without rowid;
`;
