import type { LineFrom, Work } from "@galka/core/automations/facts";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { MessageContent } from "@galka/core/messages/content";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** A conversation as rules look at it, as it is now. */
export type RuleConversation = {
  readonly id: string;
  readonly channelId: string;
  readonly contactId: string;
  readonly contactName: string | null;
  readonly contactFields: Readonly<Record<string, string>>;
  readonly phone: string | null;
  readonly lastInboundAt: Date | null;
} & Work;

const CONVERSATION = sql`
  c.id, c.channel_id as "channelId", c.contact_id as "contactId",
  coalesce(ct.name, ct.profile_name) as "contactName", ct.fields as "contactFields",
  (select i.value from contact_identities i
    where i.workspace_id = c.workspace_id and i.contact_id = c.contact_id and i.kind = 'phone'
    order by i.seen_at desc, i.id desc limit 1) as phone,
  c.last_inbound_at as "lastInboundAt", c.status as state, c.priority,
  c.assignee_id as "assigneeId", c.team_id as "teamId",
  (select coalesce(array_agg(l.label_id order by l.label_id), '{}')
     from conversation_labels l
    where l.workspace_id = c.workspace_id and l.conversation_id = c.id) as "labelIds"`;

/** Locks these conversations in the order of their ids until `tx` ends, and reads them. */
export async function lockRuleConversations(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<RuleConversation[]> {
  await sql`
    select from conversations
     where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[])
     order by id for update`.execute(tx);
  return readRuleConversations(tx, workspaceId, ids);
}

export async function readRuleConversations(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<RuleConversation[]> {
  const { rows } = await sql<RuleConversation>`
    select ${CONVERSATION}
      from conversations c
      join contacts ct on ct.workspace_id = c.workspace_id and ct.id = c.contact_id
     where c.workspace_id = ${workspaceId} and c.id = any(${[...ids]}::uuid[])`.execute(tx);
  return rows;
}

/** The message of an occurrence, and what stands around it. */
export type RuleMessage = {
  readonly id: string;
  readonly conversationId: string;
  readonly content: MessageContent;
  readonly at: Date;
  readonly isGone: boolean;
  /** When the contact wrote last before it. */
  readonly previousInboundAt: Date | null;
  /** Who of the people wrote last before it, and when. */
  readonly beforeDirection: "in" | "out" | null;
  readonly beforeAt: Date | null;
  /** Whether anybody of the team, or the contact, has written since. */
  readonly memberSince: boolean;
  readonly contactSince: boolean;
};

/** What a contact or a member wrote: no lines about them, nothing that rules wrote, nothing that failed. */
const SAID = sql`p.source = 'live' and p.author_rule_id is null and p.author_system is null and p.status <> 'failed'
  and p.content ->> 'kind' not in ('notice', 'note', 'rating')`;

export async function loadRuleMessages(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<RuleMessage[]> {
  const here = sql`p.workspace_id = m.workspace_id and p.conversation_id = m.conversation_id`;
  const { rows } = await sql<RuleMessage>`
    select m.id, m.conversation_id as "conversationId", m.content, m.at,
           m.deleted_at is not null or m.status = 'failed' as "isGone",
           (select p.at from messages p
             where ${here} and (p.at, p.id) < (m.at, m.id) and p.direction = 'in'
               and p.content ->> 'kind' not in ('notice', 'note', 'rating')
             order by p.at desc, p.id desc limit 1) as "previousInboundAt",
           b.direction as "beforeDirection", b.at as "beforeAt",
           exists (select from messages p where ${here} and (p.at, p.id) > (m.at, m.id)
                      and p.direction = 'out' and ${SAID}) as "memberSince",
           exists (select from messages p where ${here} and (p.at, p.id) > (m.at, m.id)
                      and p.direction = 'in' and ${SAID}) as "contactSince"
      from messages m
      left join lateral (
        select p.direction, p.at from messages p
         where ${here} and (p.at, p.id) < (m.at, m.id) and ${SAID}
         order by p.at desc, p.id desc limit 1) b on true
     where m.workspace_id = ${workspaceId} and m.id = any(${[...ids]}::uuid[])`.execute(tx);
  return rows;
}

/** A line of a conversation, as the guards look at it. */
export type RuleLine = {
  readonly conversationId: string;
  readonly from: LineFrom;
  readonly content: MessageContent;
  readonly at: Date;
};

/** For each occurrence's message: the latest lines before it in the last day, oldest first. */
export async function loadRuleLines(
  tx: Tx,
  workspaceId: WorkspaceId,
  messageIds: readonly string[],
  { dayAgo, most }: { readonly dayAgo: Date; readonly most: number },
): Promise<RuleLine[]> {
  const { rows } = await sql<RuleLine>`
    select m.conversation_id as "conversationId", l.from, l.content, l.at
      from messages m
      join lateral (
        select p.content, p.at, p.created_at, p.id,
               case when p.direction = 'in' then 'contact'
                    when p.author_rule_id is null and p.author_system is null then 'member' else 'rule' end as from
          from messages p
         where p.workspace_id = m.workspace_id and p.conversation_id = m.conversation_id
           and p.at > ${dayAgo} and p.id <> m.id and p.source = 'live'
           and p.content ->> 'kind' not in ('notice', 'note', 'rating')
           -- What the contact wrote since is an occurrence of its own, and comes later.
           and (p.direction = 'out' or (p.at, p.id) < (m.at, m.id))
         order by p.at desc, p.id desc limit ${most}) l on true
     where m.workspace_id = ${workspaceId} and m.id = any(${[...messageIds]}::uuid[])
     order by l.created_at, l.id`.execute(tx);
  return rows;
}
