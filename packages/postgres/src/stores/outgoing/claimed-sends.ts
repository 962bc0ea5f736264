import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import type { MessageContent } from "@galka/core/messages/content";
import type { Lane, Purpose } from "@galka/core/sends/send";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { PLAN_KEPT } from "../../kept-plans.ts";
import { type Mark, isSettledSince } from "../installation.ts";
import type { Lease } from "./channel-leases.ts";
import { IS_STOPPED, consentOfSend } from "./unconsented-sends.ts";

/** A number that somebody owns: who may write about its sends. */
export type Owned = {
  readonly workspaceId: WorkspaceId;
  readonly channelId: ChannelId;
  readonly lease: Lease;
};

/** A send in its owner's hands. */
export type ClaimedSend = {
  readonly id: string;
  readonly messageId: string | null;
  readonly kind: "message" | "reaction" | "read-receipt";
  readonly lane: Lane;
  readonly purpose: Purpose;
  readonly recipient: string;
  readonly attemptCount: number;
  readonly queuedAt: Date;
  readonly payload: unknown;
  /** Of a message. */
  readonly content: MessageContent | null;
  readonly replyToWamid: string | null;
};

export type Room = { readonly lane: Lane; readonly count: number };

export type ClaimWish = {
  readonly rooms: readonly Room[];
  /** To whom something is in hand already. */
  readonly busy: readonly string[];
  /** How far the database had come when it was marked last; null when nobody has marked it. */
  readonly known: Mark | null;
  readonly now: Date;
};

/**
 * Claims what waits longest in each lane, at most as many as there is room for.
 *
 * To one person one thing at a time, and nothing before what was asked for
 * earlier in the same lane, even if that has to wait to be tried again: so
 * messages arrive in their order. However much waits, a claim reads no more of
 * it than it takes: the offset keeps the order a question about each candidate,
 * and by the array the chosen are found by their key.
 *
 * Claims nothing for an owner whose number was taken over, nor while the channel
 * is paused, nor what a brake holds back, nor in a restored database before its
 * unfinished sends are doubted: this owner's lease may be in it. The lease's row stays shared-locked until the
 * commit, so a new owner sees either all of these claims or has already ended them.
 */
export async function claimSends(
  tx: Tx,
  { workspaceId, channelId, lease }: Owned,
  { rooms, busy, known, now }: ClaimWish,
): Promise<ClaimedSend[]> {
  const { rows } = await sql<ClaimedSend>`${PLAN_KEPT}
    with mine as materialized (
      select 1 from channel_leases
       where workspace_id = ${workspaceId} and channel_id = ${channelId}
         and owner = ${lease.owner} and epoch = ${lease.epoch}
       for share
    ), brake as materialized (
      select held from channel_brakes
       where workspace_id = ${workspaceId} and channel_id = ${channelId}
         and held in ('pause-marketing', 'pause-all')
    ), chosen as materialized (
      select s.id, r.n
        from unnest(${rooms.map(({ lane }) => lane)}::text[], ${rooms.map(({ count }) => count)}::int[])
             with ordinality as r (lane, room, n),
             lateral (
               select w.id from sends w
                where w.workspace_id = ${workspaceId} and w.channel_id = ${channelId}
                  and w.state = 'queued' and w.lane = r.lane and w.not_before <= now()
                  and w.recipient <> all(${[...busy]}::text[])
                  and not exists (
                    select from sends e
                     where e.workspace_id = ${workspaceId} and e.channel_id = ${channelId}
                       and e.state = 'queued' and e.lane = w.lane and e.recipient = w.recipient
                       and e.id < w.id offset 0)
                order by w.not_before, w.id limit r.room) s
       where exists (select from mine) and ${isSettledSince(known)}
         and not exists (select from brake where held = 'pause-all' or r.lane = 'marketing')
         and exists (select from channels
                      where workspace_id = ${workspaceId} and id = ${channelId} and status = 'connected')
    ), claimed as (
      update sends s set state = 'claimed', epoch = ${lease.epoch}, claimed_at = ${now}
        from chosen
       where s.workspace_id = ${workspaceId} and s.id = chosen.id and s.state = 'queued'
         and s.id = any(array(select id from chosen))
      returning s.*, chosen.n
    )
    select c.id, c.message_id as "messageId", c.kind, c.lane, c.purpose, c.recipient,
           c.attempt_count as "attemptCount", c.queued_at as "queuedAt", c.payload,
           m.content, coalesce(m.reply_to_wamid, q.wamid) as "replyToWamid"
      from claimed c
      left join lateral (
        select content, reply_to_wamid, reply_to_id from messages
         where workspace_id = ${workspaceId} and id = c.message_id offset 0) m on true
      left join lateral (
        select wamid from messages
         where workspace_id = ${workspaceId} and id = m.reply_to_id offset 0) q on true
     order by c.n, c.not_before, c.id`.execute(tx);
  return rows;
}

export type Attempt = { readonly sendId: string; readonly attemptId: string };

export type Dispatched = {
  readonly sendId: string;
  readonly messageId: string | null;
  readonly conversationId: string | null;
};

/**
 * Writes down that these are about to go out, each under an attempt of its own.
 *
 * To be committed before the first byte. Answers those that are still this
 * owner's, and none while the channel is paused or a brake holds them back, nor
 * marketing to somebody who does not agree to it at this moment, nor what is of a
 * campaign that was stopped; the others must not be sent.
 */
export async function markDispatching(
  tx: Tx,
  { workspaceId, channelId, lease }: Owned,
  attempts: readonly Attempt[],
  now: Date,
): Promise<Dispatched[]> {
  const { rows } = await sql<Dispatched>`${PLAN_KEPT}
    with marked as (
      update sends s
         set state = 'dispatching', attempt_id = a.attempt_id, attempt_count = s.attempt_count + 1,
             dispatched_at = ${now}, dispatch_no = nextval('sends_dispatched'),
             dispatch_beat = (select beat from reception)
        from unnest(${attempts.map(({ sendId }) => sendId)}::uuid[],
                    ${attempts.map(({ attemptId }) => attemptId)}::uuid[]) as a (id, attempt_id)
       where s.workspace_id = ${workspaceId} and s.id = a.id
         and s.id = any(${attempts.map(({ sendId }) => sendId)}::uuid[])
         and s.state = 'claimed' and s.epoch = ${lease.epoch}
         and exists (select from channels
                      where workspace_id = ${workspaceId} and id = ${channelId} and status = 'connected')
         and not exists (select from channel_brakes b
                          where b.workspace_id = ${workspaceId} and b.channel_id = ${channelId}
                            and (b.held = 'pause-all' or b.held = 'pause-marketing' and s.lane = 'marketing'))
         and (s.purpose <> 'marketing' or ${consentOfSend(now)} is not null)
         and (s.lane = 'reply' or not ${IS_STOPPED})
      returning s.id, s.message_id, s.kind, s.purpose, s.recipient
    ), first_words as (
      -- Whoever has not written within a day is one of the tier's people from here on. In the
      -- order of the people, so that two numbers of an account never wait for each other.
      insert into tier_people as p (workspace_id, waba_id, recipient, at)
      select ${workspaceId}, c.waba_id, marked.recipient, ${now}
        from marked
        join channels c on c.workspace_id = ${workspaceId} and c.id = ${channelId}
       cross join lateral (
         select conversation_id from messages
          where workspace_id = ${workspaceId} and id = marked.message_id offset 0) m
       cross join lateral (
         select last_inbound_at from conversations
          where workspace_id = ${workspaceId} and id = m.conversation_id offset 0) v
       where marked.kind = 'message' and marked.purpose <> 'service'
         and (v.last_inbound_at is null or v.last_inbound_at <= ${now}::timestamptz - interval '24 hours')
       group by c.waba_id, marked.recipient order by marked.recipient
      on conflict (workspace_id, waba_id, recipient) do update set at = excluded.at
    ), shown as (
      update messages m set status = 'dispatching', status_at = ${now}
        from marked
       where m.workspace_id = ${workspaceId} and m.id = marked.message_id and m.status = 'queued'
         and m.id = any(array(select message_id from marked))
         -- Nobody watches a campaign's message leave: its row is not written for the blink of an eye.
         and m.campaign_id is null
      returning m.id, m.conversation_id
    )
    select marked.id as "sendId", shown.id as "messageId", shown.conversation_id as "conversationId"
      from marked left join shown on shown.id = marked.message_id`.execute(tx);
  return rows;
}

/**
 * Gives back what this owner has claimed and does not have in hand, as after a
 * connection that was lost in the middle of claiming.
 */
export async function returnClaimed(
  tx: Tx,
  { workspaceId, channelId, lease }: Owned,
  inHand: readonly string[],
): Promise<void> {
  await sql`
    update sends set state = 'queued'
     where workspace_id = ${workspaceId} and channel_id = ${channelId}
       and state = 'claimed' and epoch = ${lease.epoch} and id <> all(${[...inHand]}::uuid[])`.execute(
    tx,
  );
}
