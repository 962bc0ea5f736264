import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import type { MessageContent } from "@galka/core/messages/content";
import type { Lane, Purpose } from "@galka/core/sends/send";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { jsonText } from "../../json-text.ts";
import { IS_SETTLED } from "../installation.ts";
import { newestIdentity } from "./newest-identity.ts";

/** The next of a campaign's people, with what is needed to write to them. */
export type NextRecipient = {
  readonly id: string;
  readonly contactId: string;
  readonly step: number;
  readonly n: number;
  readonly variant: number | null;
  readonly variables: Readonly<Record<string, string>> | null;
  /** False for a contact who is gone. */
  readonly isThere: boolean;
  readonly isBlocked: boolean;
  readonly name: string | null;
  readonly fields: Readonly<Record<string, string>> | null;
  readonly phone: string | null;
  readonly bsuid: string | null;
  /** Null for whoever nobody has written with on this number. */
  readonly conversationId: string | null;
  readonly status: string | null;
  readonly lastInboundAt: Date | null;
};

export type NextWish = {
  readonly campaignId: string;
  readonly channelId: ChannelId;
  /** 0 is the first wave, 1 everybody else. */
  readonly part: number;
  readonly limit: number;
  readonly now: Date;
  /** Only these; absent for whoever is first. */
  readonly ids?: readonly string[];
};

/**
 * Locks who is next, in the order in which they became due. To be called with the campaign locked.
 *
 * What belongs to each is found by its key, one by one (`offset 0`): joined, all contacts and
 * conversations of the workspace may be read for a few hundred people.
 */
export async function takeNext(
  tx: Tx,
  workspaceId: WorkspaceId,
  { campaignId, channelId, part, limit, now, ids }: NextWish,
): Promise<NextRecipient[]> {
  if (ids?.length === 0) return [];
  const isMeant = ids ? sql`id = any(${[...ids]}::uuid[])` : sql`true`;
  const { rows } = await sql<NextRecipient>`
    with next as materialized (
      select id, contact_id, step, n, variant, variables, due_at from campaign_recipients
       where workspace_id = ${workspaceId} and campaign_id = ${campaignId}
         and part = ${part} and due_at <= ${now} and ${isMeant}
       order by due_at, id limit ${limit} for update
    )
    select r.id, r.contact_id as "contactId", r.step, r.n, r.variant, r.variables,
           c.id is not null as "isThere", b.contact_id is not null as "isBlocked",
           coalesce(c.name, c.profile_name) as name, c.fields, p.value as phone, u.value as bsuid,
           v.id as "conversationId", v.status, v.last_inbound_at as "lastInboundAt"
      from next r
      left join lateral (
        select id, name, profile_name, fields from contacts
         where workspace_id = ${workspaceId} and id = r.contact_id offset 0) c on true
      left join lateral (
        select contact_id from contact_blocks
         where workspace_id = ${workspaceId} and channel_id = ${channelId}
           and contact_id = r.contact_id offset 0) b on true
      left join lateral (
        select id, status, last_inbound_at from conversations
         where workspace_id = ${workspaceId} and channel_id = ${channelId}
           and contact_id = r.contact_id offset 0) v on true
      left join ${newestIdentity(workspaceId, sql`r.contact_id`, "phone")} p on true
      left join ${newestIdentity(workspaceId, sql`r.contact_id`, "bsuid")} u on true
     order by r.due_at, r.id`.execute(tx);
  return rows;
}

/** One message of a campaign, ready to lie before the sender. */
export type QueuedRecipient = {
  /** Of the recipient, the message and the send. */
  readonly id: string;
  readonly contactId: string;
  readonly variant: number;
  /** Used when there is no conversation yet. */
  readonly conversationId: string;
  readonly isNewConversation: boolean;
  readonly content: MessageContent;
  readonly payload: object;
  readonly consentId: string | null;
};

export type QueueWish = {
  readonly campaignId: string;
  readonly channelId: ChannelId;
  readonly lane: Lane;
  readonly purpose: Purpose;
  readonly now: Date;
};

/**
 * Moves people to the sender: their message, its send, a conversation where there
 * is none, and their own row, in a handful of statements however many they are.
 *
 * A conversation that is begun here is closed: nobody of the team has anything
 * to do before the contact answers.
 */
export async function queueRecipients(
  tx: Tx,
  workspaceId: WorkspaceId,
  { campaignId, channelId, lane, purpose, now }: QueueWish,
  queued: readonly QueuedRecipient[],
): Promise<void> {
  if (queued.length === 0) return;
  const ids = queued.map(({ id }) => id);
  const contactIds = queued.map(({ contactId }) => contactId);
  const begun = queued.filter(({ isNewConversation }) => isNewConversation);
  await sql`
    insert into conversations (workspace_id, id, channel_id, contact_id, status, last_message_id,
                               last_message_at, created_at)
    select ${workspaceId}, q.conversation_id, ${channelId}, q.contact_id, 'closed', q.id, ${now}, ${now}
      from unnest(${begun.map(({ id }) => id)}::uuid[],
                  ${begun.map(({ contactId }) => contactId)}::uuid[],
                  ${begun.map(({ conversationId }) => conversationId)}::uuid[])
           as q (id, contact_id, conversation_id)
    on conflict (workspace_id, channel_id, contact_id) do nothing`.execute(tx);
  await sql`
    insert into messages (workspace_id, id, conversation_id, channel_id, direction, campaign_id, content,
                          author_system, status, at, status_at, created_at)
    select ${workspaceId}, q.id, v.id, ${channelId}, 'out', ${campaignId}, q.content, 'campaign', 'queued',
           ${now}, ${now}, ${now}
      from unnest(${ids}::uuid[], ${contactIds}::uuid[],
                  ${queued.map(({ content }) => jsonText(content))}::jsonb[]) as q (id, contact_id, content)
     cross join lateral (
       select id from conversations
        where workspace_id = ${workspaceId} and channel_id = ${channelId}
          and contact_id = q.contact_id offset 0) v`.execute(tx);
  await sql`
    insert into sends (workspace_id, id, channel_id, message_id, kind, lane, purpose, recipient, payload,
                       consent_id, state, not_before, queued_at)
    select ${workspaceId}, q.id, ${channelId}, q.id, 'message', ${lane}, ${purpose}, q.contact_id,
           q.payload, q.consent_id, 'queued', now(), ${now}
      from unnest(${ids}::uuid[], ${contactIds}::text[],
                  ${queued.map(({ payload }) => jsonText(payload))}::jsonb[],
                  ${queued.map(({ consentId }) => consentId)}::uuid[])
           as q (id, contact_id, payload, consent_id)`.execute(tx);
  await sql`
    update campaign_recipients r
       set state = 'queued', due_at = null, variant = q.variant, queued_at = ${now}, state_at = ${now}
      from unnest(${ids}::uuid[], ${queued.map(({ variant }) => variant)}::smallint[]) as q (id, variant)
     where r.workspace_id = ${workspaceId} and r.campaign_id = ${campaignId} and r.id = q.id`.execute(
    tx,
  );
}

/** Settles people who are not written to; `unknown` are those who may have been, in a time that was lost. */
export async function settleRecipients(
  tx: Tx,
  workspaceId: WorkspaceId,
  { campaignId, now }: { readonly campaignId: string; readonly now: Date },
  settled: readonly {
    readonly id: string;
    readonly state: "skipped" | "unknown";
    readonly problem: string;
  }[],
): Promise<void> {
  if (settled.length === 0) return;
  await sql`
    update campaign_recipients r
       set state = s.state, problem = s.problem, due_at = null, state_at = ${now}
      from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) as s (id uuid, state text, problem text)
     where r.workspace_id = ${workspaceId} and r.campaign_id = ${campaignId} and r.id = s.id`.execute(
    tx,
  );
}

/** Puts people off: their own hour has not come. */
export async function deferRecipients(
  tx: Tx,
  workspaceId: WorkspaceId,
  campaignId: string,
  deferred: readonly { readonly id: string; readonly dueAt: Date }[],
): Promise<void> {
  if (deferred.length === 0) return;
  await sql`
    update campaign_recipients r set due_at = d.due_at
      from unnest(${deferred.map(({ id }) => id)}::uuid[],
                  ${deferred.map(({ dueAt }) => dueAt)}::timestamptz[]) as d (id, due_at)
     where r.workspace_id = ${workspaceId} and r.campaign_id = ${campaignId} and r.id = d.id`.execute(
    tx,
  );
}

/** How many wait in a lane of the number; counted no further than `most`. */
export async function countWaiting(
  tx: Tx,
  workspaceId: WorkspaceId,
  where: { readonly channelId: ChannelId; readonly lane: Lane },
  most: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from sends
       where workspace_id = ${workspaceId} and channel_id = ${where.channelId}
         and state = 'queued' and lane = ${where.lane} limit ${most}) s`.execute(tx);
  return rows[0]?.count ?? 0;
}

/**
 * Takes the turn to feed a number, until `tx` ends; false while another process
 * has it, and in a restored database before its campaigns are doubted.
 */
export async function takeTurn(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('galka.feeder'), hashtext(${workspaceId + channelId})) and ${IS_SETTLED} as mine`.execute(
    tx,
  );
  return rows[0]?.mine ?? false;
}
