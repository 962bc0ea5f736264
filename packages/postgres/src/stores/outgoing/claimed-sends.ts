import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import type { MessageContent } from "@galka/core/messages/content";
import type { Lane, Purpose } from "@galka/core/sends/send";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { PLAN_KEPT } from "../../kept-plans.ts";
import { type Mark, isSettledSince } from "../installation.ts";
import { type Lease, isOwnedBy } from "./channel-leases.ts";

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
};

/**
 * Claims what waits longest in each lane, at most as many as there is room for.
 *
 * Nothing is written: a claim is what the owner of the number has in hand, and
 * nobody else claims for that number while the lease is theirs. `markDispatching`
 * holds the lease to it.
 *
 * To one person one thing at a time, and nothing before what was asked for
 * earlier in the same lane, even if that has to wait to be tried again: so
 * messages arrive in their order. However much waits, a claim reads little more
 * of it than it takes: the offset keeps the order a question about each candidate,
 * and whatever belongs to the chosen is found by its key.
 *
 * Claims nothing for an owner whose number was taken over, nor while the channel
 * is paused, nor what a brake holds back, nor in a restored database before its
 * unfinished sends are doubted: this owner's lease may be in it.
 */
export async function claimSends(
  tx: Tx,
  { workspaceId, channelId, lease }: Owned,
  { rooms, busy, known }: ClaimWish,
): Promise<ClaimedSend[]> {
  const { rows } = await sql<ClaimedSend>`${PLAN_KEPT}
    with brake as materialized (
      select held from channel_brakes
       where workspace_id = ${workspaceId} and channel_id = ${channelId}
         and held in ('pause-marketing', 'pause-all')
    )
    select s.id, s.message_id as "messageId", s.kind, s.lane, s.purpose, s.recipient,
           s.attempt_count as "attemptCount", s.queued_at as "queuedAt", s.payload,
           m.content, coalesce(m.reply_to_wamid, q.wamid) as "replyToWamid"
      from unnest(${rooms.map(({ lane }) => lane)}::text[], ${rooms.map(({ count }) => count)}::int[])
           with ordinality as r (lane, room, n)
     cross join lateral (
       select w.id, w.message_id, w.kind, w.lane, w.purpose, w.recipient, w.attempt_count,
              w.queued_at, w.not_before, w.payload
         from sends w
        where w.workspace_id = ${workspaceId} and w.channel_id = ${channelId}
          and w.state = 'queued' and w.lane = r.lane and w.not_before <= now()
          and w.recipient <> all(${[...busy]}::text[])
          and not exists (
            select from sends e
             where e.workspace_id = ${workspaceId} and e.channel_id = ${channelId}
               and e.state = 'queued' and e.lane = w.lane and e.recipient = w.recipient
               and e.id < w.id offset 0)
        order by w.not_before, w.id limit r.room) s
      left join lateral (
        select content, reply_to_wamid, reply_to_id from messages
         where workspace_id = ${workspaceId} and id = s.message_id offset 0) m on true
      left join lateral (
        select wamid from messages
         where workspace_id = ${workspaceId} and id = m.reply_to_id offset 0) q on true
     where ${isOwnedBy({ workspaceId, channelId }, lease)}
       and ${isSettledSince(known)}
       and not exists (select from brake where held = 'pause-all' or r.lane = 'marketing')
       and exists (select from channels
                    where workspace_id = ${workspaceId} and id = ${channelId} and status = 'connected')
     order by r.n, s.not_before, s.id`.execute(tx);
  return rows;
}
