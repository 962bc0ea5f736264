import type { BilledCategory } from "@galka/core/billing/charging/delivery";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import type { Sent } from "./booking-rows.ts";

/** A message of ours that was delivered, and when. */
export type Arrival = { readonly messageId: string; readonly at: Date };

/** All that a price can depend on, but for the country, which follows from the phone. */
export type ArrivalFacts = Sent & {
  readonly messageId: string;
  readonly channelId: string;
  readonly wabaId: string;
  readonly at: Date;
  readonly acceptedAt: Date;
  readonly category: BilledCategory;
  /** Digits with the country code, as it was sent to; null when it went to an id. */
  readonly phone: string | null;
  readonly lastInboundAt: Date | null;
  readonly entryAt: Date | null;
};

/**
 * What was sent by ourselves of these, with what the person had done before it arrived.
 *
 * What was written in the app of the number's phone is no business of the bill.
 * The channel tells whole seconds: what was said within the second came before.
 */
export async function loadArrivals(
  tx: Tx,
  workspaceId: WorkspaceId,
  arrivals: readonly Arrival[],
): Promise<ArrivalFacts[]> {
  if (arrivals.length === 0) return [];
  const { rows } = await sql<ArrivalFacts>`
    select m.id as "messageId", m.channel_id as "channelId", ch.waba_id as "wabaId", a.at,
           least(coalesce(s.dispatched_at, m.at), a.at) as "acceptedAt",
           s.purpose as category, m.conversation_id as "conversationId",
           c.contact_id as "contactId", m.author_member_id as "memberId", m.campaign_id as "campaignId",
           case when m.content ->> 'kind' = 'template' then m.content ->> 'name' end as "templateName",
           case when m.content ->> 'kind' = 'template' then m.content ->> 'language' end as "templateLanguage",
           coalesce(s.payload -> 'to' ->> 'phone', (
             select i.value from contact_identities i
              where i.workspace_id = ${workspaceId} and i.contact_id = c.contact_id and i.kind = 'phone'
              order by i.seen_at desc limit 1)) as phone,
           case when c.last_inbound_at is null or c.last_inbound_at < a.at + interval '1 second' then c.last_inbound_at else (
             select max(i.at) from messages i
              where i.workspace_id = ${workspaceId} and i.conversation_id = c.id
                and i.direction = 'in' and i.at < a.at + interval '1 second' and i.content ->> 'kind' <> 'notice') end as "lastInboundAt",
           (select max(e.at) from entry_points e
             where e.workspace_id = ${workspaceId} and e.conversation_id = c.id and e.at <= a.at) as "entryAt"
      from unnest(${arrivals.map(({ messageId }) => messageId)}::uuid[],
                  ${arrivals.map(({ at }) => at)}::timestamptz[]) as a (id, at)
      join messages m on m.workspace_id = ${workspaceId} and m.id = a.id
      join sends s on s.workspace_id = ${workspaceId} and s.message_id = m.id and s.kind = 'message'
      join conversations c on c.workspace_id = ${workspaceId} and c.id = m.conversation_id
      join channels ch on ch.workspace_id = ${workspaceId} and ch.id = m.channel_id
     where m.direction = 'out'`.execute(tx);
  return rows;
}

/** That somebody came by an advertisement or a page's button. */
export type EntryPoint = {
  readonly conversationId: string;
  readonly at: Date;
  readonly source: string;
};

export async function insertEntryPoints(
  tx: Tx,
  workspaceId: WorkspaceId,
  entries: readonly EntryPoint[],
): Promise<void> {
  if (entries.length === 0) return;
  await sql`
    insert into entry_points (workspace_id, conversation_id, at, source)
    select ${workspaceId}, e.id, date_trunc('second', e.at), e.source
      from unnest(${entries.map(({ conversationId }) => conversationId)}::uuid[],
                  ${entries.map(({ at }) => at)}::timestamptz[],
                  ${entries.map(({ source }) => source)}::text[]) as e (id, at, source)
    on conflict do nothing`.execute(tx);
}

/**
 * Corrects lines of messages that arrived after something that is heard of only
 * afterwards; answers the moment of the earliest, null when there is none.
 */
export async function correctLateInbound(
  tx: Tx,
  workspaceId: WorkspaceId,
  said: readonly { readonly conversationId: string; readonly at: Date; readonly entry: boolean }[],
): Promise<Date | null> {
  if (said.length === 0) return null;
  const { rows } = await sql<{ at: Date | null }>`
    with said as (
      select conversation_id, at, entry
        from unnest(${said.map(({ conversationId }) => conversationId)}::uuid[],
                    ${said.map(({ at }) => at)}::timestamptz[],
                    ${said.map(({ entry }) => entry)}::boolean[]) as s (conversation_id, at, entry)
    ), late as (
      select b.message_id, max(s.at) as said_at, max(s.at) filter (where s.entry) as entered_at
        from said s
        join bookings b on b.workspace_id = ${workspaceId} and b.conversation_id = s.conversation_id
                       and b.delivered_at > s.at - interval '1 second'
       group by b.message_id
    ), corrected as (
      update bookings b
         set last_inbound_at = greatest(b.last_inbound_at, l.said_at),
             entry_at = greatest(b.entry_at, l.entered_at)
        from late l
       where b.workspace_id = ${workspaceId} and b.message_id = l.message_id
         and (b.last_inbound_at is null or b.last_inbound_at < l.said_at
              or l.entered_at > coalesce(b.entry_at, '-infinity'))
      returning b.delivered_at
    )
    select min(delivered_at) as at from corrected`.execute(tx);
  return rows[0]?.at ?? null;
}
