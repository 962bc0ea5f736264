import type pg from "pg";
import { inLanes } from "./in-lanes.ts";
import { type LargeWorkspace, MEMBERS, MESSAGES_EACH } from "./large-workspace.ts";
import { RARE_WORDS } from "./phrases.ts";

/** An exchange is a question with what follows it, four messages on average. */
const EXCHANGE = 4;
const DAYS = 730;
const AT_ONCE = 50_000;
/** How many messages of an exchange: ten equally likely lengths. */
const LENGTHS = "array[1,2,2,3,4,4,5,6,6,7]";

/** Writes the messages, about in the order of time, and what can be searched of them. */
export async function fillMessages(
  lanes: readonly pg.Client[],
  wanted: LargeWorkspace,
  say: (line: string) => void,
): Promise<void> {
  const exchanges = Math.round((wanted.conversations * MESSAGES_EACH) / EXCHANGE);
  const began = performance.now();
  const parts = Array.from({ length: Math.ceil(exchanges / AT_ONCE) }, (_, n) => n * AT_ONCE);
  let done = 0;
  await inLanes(lanes, parts, async (lane, from) => {
    const to = Math.min(exchanges, from + AT_ONCE) - 1;
    await lane.query(MESSAGES, [
      wanted.workspaceId,
      from,
      to,
      exchanges,
      wanted.conversations,
      wanted.until,
      RARE_WORDS,
    ]);
    done += to - from + 1;
    const seconds = Math.round((performance.now() - began) / 1000);
    say(`messages: ${Math.round((done / exchanges) * 100)} % after ${seconds} s`);
  });
}

/**
 * Two of five exchanges go round all conversations, so that each has some; the
 * rest go where much is said already. Four of five hours are the day's, and
 * most of a weekend's questions wait for Monday or the Tuesday.
 */
const MESSAGES = `
  with exchange as (
    select e,
           case when e % 5 < 2 then ((e / 5) * 2 + e % 5) * 7919 % $5::bigint
                else filling.skewed(e, 1, $5::bigint) end as n,
           $6::timestamptz - interval '${DAYS} days' + (e::float8 / $4::bigint) * interval '${DAYS} days' as due
      from generate_series($2::bigint, $3::bigint) e
  ), timed as (
    select e, n,
           case when filling.chance(e, 2, 100) < 85
                then date_trunc('day', due) + interval '8 hours' + filling.chance(e, 3, 43200) * interval '1 second'
                else due end
           + case when extract(isodow from due) >= 6 and filling.chance(e, 4, 100) < 65
                  then interval '2 days' else interval '0' end as begins,
           20 * power(2, filling.chance(e, 5, 7)) as pace,
           (${LENGTHS})[1 + filling.chance(e, 6, 10)] as length,
           filling.skewed(e, 7, ${MEMBERS}) as member_n,
           filling.chance(e, 8, 100) < 8 as by_template
      from exchange
  ), line as (
    select t.*, j, (j % 2 = 1) <> by_template as incoming,
           case when begins > $6::timestamptz - interval '4 hours' then begins - interval '7 days' else begins end
             + pace * (j - 1) * interval '1 second'
             + filling.chance(e * 8 + j, 9, pace::bigint) * interval '1 second' as at,
           filling.chance(e * 8 + j, 10, 100) as fate,
           'GX-' || (100000 + filling.chance(e, 11, 900000)) as order_number,
           e * 8 + j as k
      from timed t, generate_series(1, t.length) j
  ), said as (
    select l.*, replace(concat_ws(' ',
             case when incoming and j < 3 then p.asks[1 + filling.chance(k, 12, cardinality(p.asks))]
                  when incoming then p.details[1 + filling.chance(k, 13, cardinality(p.details))]
                  else p.answers[1 + filling.chance(k, 14, cardinality(p.answers))] end,
             case when incoming then p.details[1 + filling.chance(k, 15, cardinality(p.details))]
                  else p.closings[1 + filling.chance(k, 16, cardinality(p.closings))] end,
             case when filling.chance(k, 17, 20000) = 0
                  then ($7::text[])[1 + filling.chance(k, 18, cardinality($7::text[]))] end), '#', order_number) as words,
           p.language
      from line l join phrase_of p on p.percent = filling.chance(l.n, 100, 100)
  ), ready as (
    select *, coalesce(nullif(btrim(words), ''), 'OK') as body, filling.id_at(at, k, 'm') as id from said
  ), kept as (
    insert into messages (workspace_id, id, conversation_id, channel_id, direction, author_member_id, content,
                          status, failure, wamid, at, status_at, created_at)
    select $1::uuid, r.id, filling.conversation_of(r.n), c.id, case when incoming then 'in' else 'out' end, m.id,
           case when by_template and j = 1
                then jsonb_build_object('kind', 'template', 'name', 'order_news', 'language', language, 'text', body,
                                        'buttons', '[]'::jsonb, 'values', '{"header": [], "body": [], "buttons": []}'::jsonb)
                else jsonb_build_object('kind', 'text', 'text', body) end,
           case when incoming then 'received' when fate < 72 then 'read' when fate < 93 then 'delivered'
                when fate < 96 then 'sent' when fate < 99 then 'failed' else 'accepted' end,
           case when not incoming and fate between 96 and 98
                then '{"code": 131026, "title": "Message undeliverable"}'::jsonb end,
           'wamid.LARGE' || lpad(k::text, 12, '0'), at,
           case when incoming then at when fate < 72 then at + filling.chance(k, 19, 10800) * interval '1 second'
                else at + interval '3 seconds' end,
           at
      from ready r
      join channel_of c on c.n = case when filling.chance(r.n, 101, 10) < 7 then 0 else 1 + filling.chance(r.n, 102, 4) end
      left join member_of m on not incoming and m.n = member_n
  )
  insert into message_texts (workspace_id, message_id, conversation_id, at, body)
  select $1, id, filling.conversation_of(n), at, body from ready`;
