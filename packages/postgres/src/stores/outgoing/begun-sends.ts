import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";
import { PLAN_KEPT } from "../../kept-plans.ts";
import { isSettledSince } from "../installation.ts";
import type { ClaimWish, Owned } from "./claimed-sends.ts";

export type Attempt = {
  readonly sendId: string;
  readonly attemptId: string;
  /** Of the send as it is in hand: one that was taken back and queued anew is another. */
  readonly queuedAt: Date;
};

export type Dispatched = {
  readonly sendId: string;
  readonly attemptId: string;
  readonly messageId: string | null;
  readonly conversationId: string | null;
};

/** When attempts begin, and how far the database had come when this owner marked it last. */
export type Moment = Pick<ClaimWish, "known"> & { readonly now: Date };

/**
 * Writes down that these are about to go out, each under an attempt of its own.
 *
 * To be committed before the first byte. Answers those that may: none when the
 * number was taken over or the database is an older copy, while the channel is
 * paused or a brake holds them back, nor marketing to somebody who does not agree
 * to it at this moment, nor what is of a campaign that was stopped, nor what does
 * not wait any more as it was claimed; the others must not be sent.
 *
 * The lease's row stays shared-locked until the commit: a new owner either finds
 * all of these dispatching or has the number already.
 */
export async function markDispatching(
  tx: Tx,
  owned: Owned,
  attempts: readonly Attempt[],
  { known, now }: Moment,
): Promise<Dispatched[]> {
  const { workspaceId, lease } = owned;
  const { rows } = await sql<Dispatched>`${PLAN_KEPT}
    with ${whatMayBegin(owned, attempts, { known, now })}, marked as (
      update sends s
         set state = 'dispatching', epoch = ${lease.epoch}, attempt_id = w.attempt_id,
             attempt_count = s.attempt_count + 1, dispatched_at = ${now},
             dispatch_no = nextval('sends_dispatched'),
             dispatch_beat = (select beat from reception)
        from wanted w
       where s.workspace_id = ${workspaceId} and s.id = w.id and s.state = 'queued'
         and s.id = any(array(select id from wanted))
      returning s.id, w.attempt_id, w.message_id, w.kind, w.purpose, w.recipient, w.waba_id, w.campaign_id, w.last_inbound_at
    ), first_words as (
      -- Whoever has not written within a day is one of the tier's people from here on. In the
      -- order of the people, so that two numbers of an account never wait for each other.
      insert into tier_people as p (workspace_id, waba_id, recipient, at)
      select ${workspaceId}, marked.waba_id, marked.recipient, ${now}
        from marked
       where marked.kind = 'message' and marked.purpose <> 'service'
         and (marked.last_inbound_at is null
              or marked.last_inbound_at <= ${now}::timestamptz - interval '24 hours')
       group by marked.waba_id, marked.recipient order by marked.recipient
      on conflict (workspace_id, waba_id, recipient) do update set at = excluded.at
    ), shown as (
      update messages m set status = 'dispatching', status_at = ${now}
        from marked
       where m.workspace_id = ${workspaceId} and m.id = marked.message_id and m.status = 'queued'
         -- Nobody watches a campaign's message leave: its row is not written for the blink of an eye.
         and marked.campaign_id is null
         and m.id = any(array(select message_id from marked where campaign_id is null))
      returning m.id, m.conversation_id
    )
    select marked.id as "sendId", marked.attempt_id as "attemptId", shown.id as "messageId", shown.conversation_id as "conversationId"
      from marked left join shown on shown.id = marked.message_id`.execute(tx);
  return rows;
}

/** `wanted`: those of the attempts that may be made. Message and conversation of each are found once, by their keys. */
function whatMayBegin(
  { workspaceId, channelId, lease }: Owned,
  attempts: readonly Attempt[],
  { known, now }: Moment,
): RawBuilder<unknown> {
  return sql`
    mine as materialized (
      select 1 from channel_leases
       where workspace_id = ${workspaceId} and channel_id = ${channelId}
         and owner = ${lease.owner} and epoch = ${lease.epoch}
       for share
    ), line as materialized (
      select c.waba_id,
             coalesce((select b.held from channel_brakes b
                        where b.workspace_id = ${workspaceId} and b.channel_id = ${channelId}), 'none') as held
        from channels c
       where c.workspace_id = ${workspaceId} and c.id = ${channelId} and c.status = 'connected'
         and exists (select from mine) and ${isSettledSince(known)}
    ), wanted as materialized (
      select s.id, a.attempt_id, s.message_id, s.kind, s.purpose, s.recipient, line.waba_id,
             m.campaign_id, c.last_inbound_at
        from line
       cross join unnest(${attempts.map(({ sendId }) => sendId)}::uuid[],
                         ${attempts.map(({ attemptId }) => attemptId)}::uuid[],
                         ${attempts.map(({ queuedAt }) => queuedAt)}::timestamptz[]) as a (id, attempt_id, queued_at)
       cross join lateral (
         select w.id, w.message_id, w.kind, w.lane, w.purpose, w.recipient from sends w
          where w.workspace_id = ${workspaceId} and w.channel_id = ${channelId} and w.id = a.id
            and w.state = 'queued'
            and date_trunc('milliseconds', w.queued_at) = a.queued_at offset 0) s
        left join lateral (
         select conversation_id, campaign_id from messages
          where workspace_id = ${workspaceId} and id = s.message_id offset 0) m on true
        left join lateral (
         select contact_id, last_inbound_at from conversations
          where workspace_id = ${workspaceId} and id = m.conversation_id offset 0) c on true
       where line.held <> 'pause-all' and (line.held <> 'pause-marketing' or s.lane <> 'marketing')
         and (s.purpose <> 'marketing' or exists (
               select from valid_consent(${workspaceId}, c.contact_id, 'marketing', ${channelId},
                                         ${now}::timestamptz)))
         and (s.lane = 'reply' or m.campaign_id is null or not exists (
               select from (select k.state from campaigns k
                             where k.workspace_id = ${workspaceId} and k.id = m.campaign_id offset 0) k
                where k.state = 'stopped'))
    )`;
}
