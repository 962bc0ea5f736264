import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import type { Purpose } from "@galka/core/sends/send";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** A send of which nobody knows whether the channel took it, as people see it. */
export type UnknownSendView = {
  readonly sendId: string;
  readonly messageId: string | null;
  readonly conversationId: string | null;
  readonly contactName: string | null;
  readonly dispatchedAt: Date;
  /** It is proven that it did not go out. */
  readonly provenUnsent: boolean;
};

const SHOWN = 500;

/** The oldest first. */
export async function listUnknownSends(
  tx: Tx,
  workspaceId: WorkspaceId,
): Promise<UnknownSendView[]> {
  const { rows } = await sql<UnknownSendView>`
    select s.id as "sendId", s.message_id as "messageId", m.conversation_id as "conversationId",
           coalesce(ct.name, ct.profile_name) as "contactName",
           coalesce(s.dispatched_at, s.queued_at) as "dispatchedAt",
           s.state = 'unsent' as "provenUnsent"
      from sends s
      left join messages m on m.workspace_id = s.workspace_id and m.id = s.message_id
      left join conversations c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
      left join contacts ct on ct.workspace_id = c.workspace_id and ct.id = c.contact_id
     where s.workspace_id = ${workspaceId} and s.kind = 'message' and s.state in ('ambiguous', 'unsent')
     order by s.dispatched_at, s.id limit ${SHOWN}`.execute(tx);
  return rows;
}

/** An ambiguous send with what speaks about it. */
export type Doubt = {
  readonly sendId: string;
  readonly messageId: string;
  readonly purpose: Purpose;
  readonly attemptedAt: Date;
  /** How often the receiver's heart has beaten since. */
  readonly beats: number;
  /** Somebody moved the clock since. */
  readonly clockMoved: boolean;
  /** Later attempts of the number that the channel has reported; counted up to a bound. */
  readonly confirmedLater: number;
  /** Attempts begun within a minute of it that the channel has reported; counted up to a bound. */
  readonly confirmedNearby: number;
  /** Something was accepted just before or after it that the channel has not reported either. */
  readonly silentNearby: boolean;
  /** Its report may have come while nobody received, or while the number was not subscribed. */
  readonly interrupted: boolean;
};

const COUNTED = 50;
/** So many neighbors on either side are looked at, as far as this: five minutes, in beats. */
const NEIGHBORS = 50;
const NEARBY = 60;
/** Neighbors that speak for one another's reports: a minute, in beats. */
const VERY_NEAR = 12;
/** By when a report has come, if nothing kept it back: ten minutes, in beats. */
const LATEST = 120;

/**
 * The oldest doubts of a number that silence can prove something about.
 *
 * Those about marketing stay, since no proof has that sent again, and so do those
 * of a restored database. What came before and after is told by the attempts' own
 * numbers and the receiver's beats, so no clock that was moved makes it different.
 */
export async function listDoubts(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  limit: number,
): Promise<Doubt[]> {
  const { rows } = await sql<Doubt>`
    with doubts as (
      select id, message_id, purpose, dispatched_at, dispatch_no, dispatch_beat from sends
       where workspace_id = ${workspaceId} and channel_id = ${channelId}
         and state = 'ambiguous' and kind = 'message' and purpose <> 'marketing'
         and dispatch_no is not null and dispatch_beat is not null
       order by dispatched_at limit ${limit}
    )
    select d.id as "sendId", d.message_id as "messageId", d.purpose, d.dispatched_at as "attemptedAt",
           (select beat from reception) - d.dispatch_beat as beats,
           exists (select from reception_gaps g
                    where g.kind = 'clock' and g.beat > d.dispatch_beat) as "clockMoved",
           (select count(*) from (
              select from sends l
                join messages m on m.workspace_id = l.workspace_id and m.id = l.message_id
               where l.workspace_id = ${workspaceId} and l.channel_id = ${channelId}
                 and l.state = 'accepted' and l.kind = 'message' and l.dispatch_no > d.dispatch_no
                 and m.status in ('sent', 'delivered', 'read', 'played')
               limit ${COUNTED}) as later) as "confirmedLater",
           n."confirmedNearby", n."silentNearby",
           exists (select from reception_gaps g
                    where g.beat > d.dispatch_beat and g.beat <= d.dispatch_beat + ${LATEST})
           or exists (select from subscription_gaps g
                       where g.workspace_id = ${workspaceId} and g.channel_id = ${channelId}
                         and g.from_beat <= d.dispatch_beat + ${LATEST}
                         and coalesce(g.to_beat > d.dispatch_beat, true)) as interrupted
      from doubts d,
           lateral (
             select count(*) filter (where m.status in ('sent', 'delivered', 'read', 'played')
                      and abs(s.dispatch_beat - d.dispatch_beat) <= ${VERY_NEAR}) as "confirmedNearby",
                    coalesce(bool_or(m.status = 'accepted'), false) as "silentNearby"
               from (
                 (select message_id, dispatch_beat from sends
                   where workspace_id = ${workspaceId} and channel_id = ${channelId}
                     and state = 'accepted' and kind = 'message' and dispatch_no < d.dispatch_no
                     and dispatch_beat >= d.dispatch_beat - ${NEARBY}
                   order by dispatch_no desc limit ${NEIGHBORS})
                 union all
                 (select message_id, dispatch_beat from sends
                   where workspace_id = ${workspaceId} and channel_id = ${channelId}
                     and state = 'accepted' and kind = 'message' and dispatch_no > d.dispatch_no
                     and dispatch_beat <= d.dispatch_beat + ${NEARBY}
                   order by dispatch_no limit ${NEIGHBORS})) as s
               join messages m on m.workspace_id = ${workspaceId} and m.id = s.message_id) n`.execute(
    tx,
  );
  return rows;
}

export async function findSubscriptionCheck(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select subscription_checked_at as at from channels
     where workspace_id = ${workspaceId} and id = ${channelId}`.execute(tx);
  return rows[0]?.at ?? null;
}

export type Resolved = { readonly messageId: string; readonly conversationId: string };

/** Keeps that these did not go out; one of which evidence came meanwhile stays as it is. */
export async function markUnsent(
  tx: Tx,
  workspaceId: WorkspaceId,
  sendIds: readonly string[],
): Promise<Resolved[]> {
  const { rows } = await sql<Resolved>`
    with proven as (
      update sends set state = 'unsent'
       where workspace_id = ${workspaceId} and id = any(${[...sendIds]}::uuid[]) and state = 'ambiguous'
      returning message_id
    )
    select m.id as "messageId", m.conversation_id as "conversationId"
      from proven join messages m on m.workspace_id = ${workspaceId} and m.id = proven.message_id`.execute(
    tx,
  );
  return rows;
}

/**
 * Queues what is proven not to have gone out; the next attempt has an id of its
 * own. `consentId` is the record that allows the next one, where one is needed.
 */
export async function queueUnsent(
  tx: Tx,
  workspaceId: WorkspaceId,
  {
    sendIds,
    consentId,
  }: { readonly sendIds: readonly string[]; readonly consentId: string | null },
  now: Date,
): Promise<Resolved[]> {
  const { rows } = await sql<Resolved>`
    with again as (
      update sends
         set state = 'queued', not_before = now(), queued_at = ${now}, settled_at = null, error = null,
             consent_id = coalesce(${consentId}, consent_id)
       where workspace_id = ${workspaceId} and id = any(${[...sendIds]}::uuid[]) and state = 'unsent'
      returning message_id
    )
    update messages m set status = 'queued', status_at = ${now}, failure = null
      from again
     where m.workspace_id = ${workspaceId} and m.id = again.message_id and m.status = 'unknown'
    returning m.id as "messageId", m.conversation_id as "conversationId"`.execute(tx);
  return rows;
}

export type SendOfMessage = {
  readonly sendId: string;
  readonly channelId: string;
  readonly conversationId: string;
  readonly contactId: string;
  readonly purpose: Purpose;
  readonly state: string;
};

/** Locks the send of a message until `tx` ends, so that two members decide one after the other. */
export async function lockSendOfMessage(
  tx: Tx,
  workspaceId: WorkspaceId,
  messageId: string,
): Promise<SendOfMessage | null> {
  const { rows } = await sql<SendOfMessage>`
    select s.id as "sendId", s.channel_id as "channelId", s.state, s.purpose,
           m.conversation_id as "conversationId", c.contact_id as "contactId"
      from sends s
      join messages m on m.workspace_id = s.workspace_id and m.id = s.message_id
      join conversations c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
     where s.workspace_id = ${workspaceId} and s.message_id = ${messageId} and s.kind = 'message'
     order by s.id desc limit 1
       for update of s`.execute(tx);
  return rows[0] ?? null;
}

/** Ends a send of which nobody wants to know more. Evidence that comes later still counts for its message. */
export async function leaveUnknown(
  tx: Tx,
  workspaceId: WorkspaceId,
  sendId: string,
  now: Date,
): Promise<void> {
  await sql`
    update sends set state = 'cancelled', settled_at = ${now}
     where workspace_id = ${workspaceId} and id = ${sendId} and state in ('ambiguous', 'unsent')`.execute(
    tx,
  );
}
