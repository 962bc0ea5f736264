import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../database.ts";
import { jsonText } from "../json-text.ts";

/** What the channel said at one moment about some topics. */
export type FactReport = {
  readonly channelIds: readonly string[];
  readonly at: Date;
  /** `quality`, `tier`, `verified-name` and `throughput` change what the channel is; any other is only kept. */
  readonly topics: Readonly<Record<string, unknown>>;
};

/** What is held of a topic since a report, and what was held before; null for nothing. */
export type TopicChange = {
  readonly topic: string;
  readonly before: unknown;
  readonly after: unknown;
};

/** A channel that a report told something of, and the topics of which it holds something else since. */
export type FactChange = { readonly channelId: string; readonly topics: readonly TopicChange[] };

/**
 * Keeps each topic unless a later word about that very topic is known; answers what changed.
 *
 * Of two words of the same second the one that is greater as text is kept, so
 * that their order does not matter.
 */
export async function saveFact(
  tx: Tx,
  workspaceId: WorkspaceId,
  fact: FactReport,
): Promise<FactChange[]> {
  const at = fact.at.toISOString();
  const told = Object.entries(fact.topics).map(([topic, value]) => ({ topic, at, value }));
  const { rows } = await sql<FactChange>`
    with told as (
      select t.topic, t.at, coalesce(t.value, 'null') as value
        from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as t (topic text, at text, value jsonb)
    ), locked as (
      select id, facts from channels
       where workspace_id = ${workspaceId} and id = any(${[...fact.channelIds]}::uuid[])
       order by id for update
    ), news as (
      select l.id, jsonb_object_agg(t.topic, jsonb_build_object('at', t.at, 'value', t.value)) as topics,
             coalesce(
               json_agg(json_build_object('topic', t.topic, 'before', k.known -> 'value', 'after', t.value) order by t.topic)
                 filter (where k.known -> 'value' is distinct from t.value), '[]') as changed
        from locked l cross join told t
       cross join lateral (select l.facts -> 'topics' -> t.topic as known) k
       where k.known is null
          or (k.known ->> 'at', (k.known -> 'value')::text) < (t.at, t.value::text)
       group by l.id
    )
    update channels c
       set facts = c.facts
             || (select coalesce(jsonb_object_agg(key, value -> 'value'), '{}')
                   from jsonb_each(n.topics) where key in ('quality', 'tier'))
             || jsonb_build_object('topics', coalesce(c.facts -> 'topics', '{}') || n.topics),
           verified_name = coalesce(n.topics #>> '{verified-name,value}', c.verified_name),
           throughput_per_second =
             coalesce((n.topics #>> '{throughput,value}')::int, c.throughput_per_second)
      from news n
     where c.workspace_id = ${workspaceId} and c.id = n.id
    returning c.id as "channelId", n.changed as topics`.execute(tx);
  return rows.filter(({ topics }) => topics.length > 0);
}

/** What people are told, in the language that each of them reads. */
export type InTwoLanguages = { readonly en: string; readonly ru: string };

/** Pauses a connected channel and says why; false when it was not connected. */
export async function pauseChannel(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ChannelId | string,
  reason: InTwoLanguages,
): Promise<boolean> {
  const result = await sql`
    update channels set status = 'paused', status_reason = ${jsonText({ en: reason.en, ru: reason.ru })}
     where workspace_id = ${workspaceId} and id = ${id} and status = 'connected'`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}

/**
 * Notes that the channels were heard, to the half minute: more would rewrite
 * the row for every message. Answers those whose row says something else than before.
 */
export async function noteHeard(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
  now: Date,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update channels set last_heard_at = ${now}
     where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[])
       and (last_heard_at is null or last_heard_at < ${now}::timestamptz - interval '30 seconds')
    returning id`.execute(tx);
  return rows.map(({ id }) => id);
}

export type ChannelAbout = {
  readonly id: string;
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly displayPhone: string;
};

export async function listChannelsAbout(tx: Tx, workspaceId: WorkspaceId): Promise<ChannelAbout[]> {
  const { rows } = await sql<ChannelAbout>`
    select id, phone_number_id as "phoneNumberId", waba_id as "wabaId", display_phone as "displayPhone"
      from channels where workspace_id = ${workspaceId} order by id`.execute(tx);
  return rows;
}
