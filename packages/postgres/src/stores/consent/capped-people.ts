import { type FrequencyCap, capsLookBackTo } from "@galka/core/consent/frequency-cap";
import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import { type RawBuilder, sql } from "kysely";
import { jsonText } from "../../json-text.ts";

export type CapsAsked = {
  readonly channelId: ChannelId;
  readonly caps: readonly FrequencyCap[];
  readonly now: Date;
};

/**
 * Who of these people has had as much marketing as one person may get, and until
 * when: the same as `decideCap` of what `marketingSince` finds, for a whole
 * audience in one statement. Nothing is locked: it is for a forecast, and whoever
 * sends asks again.
 *
 * Moments are rounded up, the more the further away they are, so that people who
 * were written to one after the other are few groups.
 */
export function cappedPeople(
  workspaceId: WorkspaceId,
  people: RawBuilder<{ contact_id: string }>,
  { channelId, caps, now }: CapsAsked,
): RawBuilder<{ contact_id: string; until: Date }> {
  const asked = caps.filter((it) => it.channelId === null || it.channelId === channelId);
  if (asked.length === 0) {
    return sql`select null::uuid as contact_id, null::timestamptz as until where false`;
  }
  const since = capsLookBackTo(now, asked);
  return sql`
    with recursive part (contact_id, id) as (
      select p.contact_id, p.contact_id from (${people}) p
      union
      select p.contact_id, m.loser_id from part p
        join contact_merges m on m.workspace_id = ${workspaceId} and m.winner_id = p.id
         and m.undone_at is null
    ), caps as (
      select n, (cap ->> 'channelId')::uuid as channel_id, (cap ->> 'most')::int as most,
             (cap ->> 'days')::int as days
        from jsonb_array_elements(${jsonText(asked)}::jsonb) with ordinality as c (cap, n)
    ), sent as (
      select p.contact_id, s.channel_id, s.queued_at from part p
        join sends s on s.workspace_id = ${workspaceId} and s.recipient = p.id::text
       where s.purpose = 'marketing' and s.queued_at >= ${since}
         and s.state not in ('rejected', 'cancelled')
    ), in_order as (
      select s.contact_id, c.most, s.queued_at + c.days * interval '24 hours' as until,
             row_number() over (partition by c.n, s.contact_id order by s.queued_at desc) as nth
        from sent s
        join caps c on c.channel_id is null or c.channel_id = s.channel_id
    ), latest as (
      select contact_id, max(until) as until from in_order
       where nth = most and until > ${now}::timestamptz group by contact_id
    )
    select contact_id, date_bin(w.stride, until, ${now}::timestamptz) + w.stride as until from latest
     cross join lateral (
       select case when until - ${now}::timestamptz < interval '2 days' then interval '15 minutes'
                   when until - ${now}::timestamptz < interval '7 days' then interval '2 hours'
                   else interval '12 hours' end as stride) w`;
}
