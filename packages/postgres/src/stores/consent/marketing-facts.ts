import type { MarketingSent } from "@galka/core/consent/frequency-cap";
import type { Identity } from "@galka/core/contacts/identity";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** By what these contacts are known: the number first that was seen last. */
export async function identitiesOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
): Promise<Map<string, Identity[]>> {
  const { rows } = await sql<Identity & { contactId: string }>`
    select contact_id as "contactId", kind, value from contact_identities
     where workspace_id = ${workspaceId} and contact_id = any(${[...contactIds]}::uuid[])
     order by seen_at desc, value`.execute(tx);
  return grouped(rows);
}

/**
 * What marketing these contacts were sent since then, or waits for them: under
 * whatever contact they were when it was asked for.
 *
 * Their rows stay locked until `tx` ends, so that two who count at once do not
 * both find room for one more.
 */
export async function marketingSince(
  tx: Tx,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
  since: Date,
): Promise<Map<string, MarketingSent[]>> {
  await sql`
    select from contacts where workspace_id = ${workspaceId} and id = any(${[...contactIds]}::uuid[])
     order by id for no key update`.execute(tx);
  const { rows } = await sql<MarketingSent & { contactId: string }>`
    with recursive part (contact_id, id) as (
      select t.id, t.id from unnest(${[...contactIds]}::uuid[]) as t (id)
      union
      select p.contact_id, m.loser_id from part p
        join contact_merges m on m.workspace_id = ${workspaceId} and m.winner_id = p.id and m.undone_at is null)
    select p.contact_id as "contactId", s.channel_id as "channelId", s.queued_at as at
      from part p
      join sends s on s.workspace_id = ${workspaceId} and s.recipient = p.id::text
     where s.purpose = 'marketing' and s.queued_at >= ${since}
       and s.state not in ('rejected', 'cancelled')`.execute(tx);
  return grouped(rows);
}

/** Whether the last thing that was said to the contact before a message was marketing, or what the message quotes. */
export async function saidAfterMarketing(
  tx: Tx,
  workspaceId: WorkspaceId,
  messageIds: readonly string[],
): Promise<Set<string>> {
  if (messageIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select m.id from messages m
      cross join lateral (
        select o.id from messages o
         where o.workspace_id = m.workspace_id and o.conversation_id = m.conversation_id
           and o.direction = 'out' and (o.at, o.id) < (m.at, m.id)
         order by o.at desc, o.id desc limit 1) last
     where m.workspace_id = ${workspaceId} and m.id = any(${[...messageIds]}::uuid[])
       and exists (select from sends s
                    where s.workspace_id = m.workspace_id and s.purpose = 'marketing'
                      and s.message_id in (last.id, m.reply_to_id))`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** Whose these messages are. */
export async function contactsOfMessages(
  tx: Tx,
  workspaceId: WorkspaceId,
  messageIds: readonly string[],
): Promise<Map<string, { readonly contactId: string; readonly conversationId: string }>> {
  const { rows } = await sql<{ id: string; contactId: string; conversationId: string }>`
    select m.id, c.contact_id as "contactId", c.id as "conversationId" from messages m
      join conversations c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
     where m.workspace_id = ${workspaceId} and m.id = any(${[...messageIds]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, ...whose }) => [id, whose]));
}

function grouped<T extends { readonly contactId: string }>(
  rows: readonly T[],
): Map<string, Omit<T, "contactId">[]> {
  const groups = new Map<string, Omit<T, "contactId">[]>();
  for (const { contactId, ...rest } of rows) {
    groups.set(contactId, [...(groups.get(contactId) ?? []), rest]);
  }
  return groups;
}
