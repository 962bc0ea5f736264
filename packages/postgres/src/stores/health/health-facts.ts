import type { AccountWords, Standing } from "@galka/core/health/account-word";
import type { Quality } from "@galka/core/health/facts";
import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import type { SentText } from "@galka/core/health/text-sample";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

export type ToldOfNumber = {
  readonly name: string;
  readonly displayPhone: string;
  readonly wabaId: string;
  readonly status: string;
  readonly createdAt: Date;
  readonly throughputPerSecond: number;
  readonly quality: Quality;
  readonly account: AccountWords;
  /** Null while the platform was never asked. */
  readonly standing: Standing | null;
  readonly askedAt: Date | null;
};

type Row = {
  name: string;
  display_phone: string;
  waba_id: string;
  status: string;
  created_at: Date;
  throughput_per_second: number;
  quality: Quality | null;
  restriction: AccountWords["restriction"];
  ban: AccountWords["ban"];
  violation: AccountWords["violation"];
  alert: AccountWords["alert"];
  standing: Standing | null;
  asked_at: string | null;
};

/** What Meta has said of a number and its account, and what we know of it ourselves. */
export async function findToldOfNumber(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
): Promise<ToldOfNumber | null> {
  const { rows } = await sql<Row>`
    select name, display_phone, waba_id, status, created_at, throughput_per_second, facts ->> 'quality' as quality,
           facts #> '{topics,restriction,value}' as restriction, facts #> '{topics,ban,value}' as ban,
           facts #> '{topics,violation,value}' as violation, facts #> '{topics,alert,value}' as alert,
           facts #> '{topics,standing,value}' as standing, facts #>> '{topics,standing,at}' as asked_at
      from channels where workspace_id = ${workspaceId} and id = ${channelId}`.execute(tx);
  const row = rows[0];
  if (!row) return null;
  const { restriction, ban, violation, alert } = row;
  return {
    name: row.name,
    displayPhone: row.display_phone,
    wabaId: row.waba_id,
    status: row.status,
    createdAt: row.created_at,
    throughputPerSecond: row.throughput_per_second,
    quality: row.quality ?? "unknown",
    account: { restriction, ban, violation, alert },
    standing: row.standing,
    askedAt: row.asked_at === null ? null : new Date(row.asked_at),
  };
}

/** Of what left lately no more than this is looked through for what nobody of the team had just written. */
const LOOKED_AT = 2_000;
const SAMPLED = 300;
/** What sends more than this in ten minutes may do so, and is not counted to the last one. */
const COUNTED = 20_000;

/** What left the number last within a day, without a person's answer. */
export async function listSentTexts(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  now: Date,
): Promise<SentText[]> {
  const { rows } = await sql<SentText>`
    with latest as materialized (
      select s.message_id, s.recipient, s.purpose, s.settled_at, s.kind from sends s
       where s.workspace_id = ${workspaceId} and s.channel_id = ${channelId} and s.state = 'accepted'
         and s.settled_at > ${now}::timestamptz - interval '24 hours'
       order by s.settled_at desc limit ${LOOKED_AT}
    )
    select m.content, l.recipient, m.conversation_id as "conversationId",
           coalesce(p.name, p.profile_name) as name,
           c.last_inbound_at is not null or exists (
             select from consent_records r
              where r.workspace_id = ${workspaceId} and r.contact_id = c.contact_id
                and r.decision = 'granted') as "isKnown"
      from (select * from latest where purpose <> 'service' and kind = 'message'
             order by settled_at desc limit ${SAMPLED}) l
      join messages m on m.workspace_id = ${workspaceId} and m.id = l.message_id
      join conversations c on c.workspace_id = ${workspaceId} and c.id = m.conversation_id
      join contacts p on p.workspace_id = ${workspaceId} and p.id = c.contact_id
     order by l.settled_at desc, m.id`.execute(tx);
  return rows;
}

export type Sending = {
  /** Templates and notices of the busiest minute of the last ten. */
  readonly busiestMinute: number;
  /** Messages of the last 24 hours, by the hour; the figures have to be folded before. */
  readonly today: number;
};

export async function countSending(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  now: Date,
): Promise<Sending> {
  const { rows } = await sql<Sending>`
    select coalesce((
             select max(n) from (
               select count(*)::int as n from (
                 select s.settled_at, s.purpose, s.kind from sends s
                  where s.workspace_id = ${workspaceId} and s.channel_id = ${channelId} and s.state = 'accepted'
                    and s.settled_at > ${now}::timestamptz - interval '10 minutes'
                  order by s.settled_at desc limit ${COUNTED}) l
                where l.purpose <> 'service' and l.kind = 'message'
                group by floor(extract(epoch from ${now}::timestamptz - l.settled_at) / 60)) minutes), 0) as "busiestMinute",
           coalesce((
             select sum(h.outgoing)::int from figure_hours h
              where h.workspace_id = ${workspaceId} and h.part = 'channel' and h.part_id = ${channelId}
                and h.day >= (${now}::timestamptz at time zone figure_zone(${workspaceId}))::date - 1
                and (h.day + make_interval(hours => h.hour)) at time zone figure_zone(${workspaceId})
                    > ${now}::timestamptz - interval '24 hours'), 0) as today`.execute(tx);
  return rows[0] ?? { busiestMinute: 0, today: 0 };
}

export type Asked = { readonly count: number; readonly answered: number };

const ASKED_LATELY = 1_000;

/** Of those to whom the account wrote first lately: how many have written since. */
export async function countAnswered(
  tx: Tx,
  workspaceId: WorkspaceId,
  { channelId, wabaId }: { readonly channelId: ChannelId; readonly wabaId: string },
  now: Date,
): Promise<Asked> {
  const { rows } = await sql<Asked>`
    with asked as materialized (
      select p.recipient, p.at from tier_people p
       where p.workspace_id = ${workspaceId} and p.waba_id = ${wabaId}
         and p.at <= ${now}::timestamptz
       order by p.at desc limit ${ASKED_LATELY}
    )
    select count(*)::int as count,
           (count(*) filter (where c.last_inbound_at > a.at))::int as answered
      from asked a
      join conversations c on c.workspace_id = ${workspaceId} and c.channel_id = ${channelId}
                          and c.contact_id = case when a.recipient ~ '^[0-9a-f-]{36}$' then a.recipient::uuid end`.execute(
    tx,
  );
  return rows[0] ?? { count: 0, answered: 0 };
}

/** How consent was respected in the last 24 hours, beside what was counted. */
export async function findConsentFacts(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  now: Date,
): Promise<{ readonly without: number; readonly withdrawn: number }> {
  const { rows } = await sql<{ without: number; withdrawn: number }>`
    select (select count(*)::int from (
              select s.purpose, s.consent_id from sends s
               where s.workspace_id = ${workspaceId} and s.channel_id = ${channelId} and s.state = 'accepted'
                 and s.settled_at > ${now}::timestamptz - interval '24 hours'
               order by s.settled_at desc limit ${LOOKED_AT}) l
             where l.purpose = 'marketing' and l.consent_id is null) as without,
           (select count(distinct r.contact_id)::int from consent_records r
             where r.workspace_id = ${workspaceId} and r.decision = 'withdrawn'
               and r.recorded_at > ${now}::timestamptz - interval '24 hours'
               and not r.evidence ? 'keptSince'
               and (r.channel_id is null or r.channel_id = ${channelId})) as withdrawn`.execute(tx);
  return rows[0] ?? { without: 0, withdrawn: 0 };
}
