import type { Priority, WorkState } from "@galka/core/conversations/work";
import type { Asking, Filter } from "@galka/core/filters/filter";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { MessageContent } from "@galka/core/messages/content";
import type { MessageStatus } from "@galka/core/messages/status";
import type { SlaTarget } from "@galka/core/sla/sla-policy";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";
import {
  CONTACT_COLUMNS,
  type ContactRow,
  type ContactView,
  contactFromRow,
} from "./contact-list.ts";
import { conditionsFor } from "./conversation-filter.ts";
import { type Page, type TimeCursor, pageOf } from "./page.ts";

/** One line of the inbox. */
export type ConversationView = {
  readonly id: string;
  readonly channelId: string;
  readonly contact: ContactView;
  readonly status: WorkState;
  readonly priority: Priority;
  readonly assigneeId: string | null;
  readonly teamId: string | null;
  readonly labelIds: readonly string[];
  readonly answeredCampaignIds: readonly string[];
  readonly snoozedUntil: Date | null;
  readonly waitingSince: Date | null;
  readonly lastInboundAt: Date | null;
  readonly lastMessageAt: Date;
  readonly lastMessage: LastMessageView | null;
  readonly unreadCount: number;
  readonly blockedAt: Date | null;
  readonly sla: SlaView;
  readonly rating: RatingView | null;
};

/** How it stands to the team's targets: the clock that is due first, and what became of those of its last case. */
export type SlaView = {
  readonly running: {
    readonly target: SlaTarget;
    readonly dueAt: Date;
    readonly warnAt: Date;
  } | null;
  readonly brokenAt: Date | null;
  readonly keptAt: Date | null;
};

/** The latest rating of a conversation. */
export type RatingView = { readonly score: number; readonly of: number; readonly at: Date };

export type LastMessageView = {
  readonly id: string;
  readonly direction: "in" | "out";
  readonly content: MessageContent;
  readonly status: MessageStatus;
  readonly at: Date;
};

type ConversationRow = ContactRow & {
  id: string;
  channel_id: string;
  status: WorkState;
  priority: Priority;
  assignee_id: string | null;
  team_id: string | null;
  label_ids: string[];
  answered_campaign_ids: string[];
  snoozed_until: Date | null;
  waiting_since: Date | null;
  last_inbound_at: Date | null;
  last_message_at: Date;
  unread_count: number;
  blocked_at: Date | null;
  sla_target: SlaTarget | null;
  sla_due_at: Date | null;
  sla_warn_at: Date | null;
  sla_broken_at: Date | null;
  sla_kept_at: Date | null;
  rating_score: number | null;
  rating_of: number | null;
  rated_at: Date | null;
  message_id: string | null;
  message_direction: "in" | "out";
  message_content: MessageContent;
  message_status: MessageStatus;
  message_at: Date;
};

const SELECT = sql`
  select c.id, c.channel_id, c.status, c.last_inbound_at, c.last_message_at, c.unread_count,
         c.priority, c.assignee_id, c.team_id, c.snoozed_until, c.waiting_since,
         c.sla_target, c.sla_due_at, c.sla_warn_at, c.sla_broken_at, c.sla_kept_at,
         c.rating_score, c.rating_of, c.rated_at,
         (select coalesce(array_agg(l.label_id order by l.label_id), '{}')
            from conversation_labels l
           where l.workspace_id = c.workspace_id and l.conversation_id = c.id) as label_ids,
         array(select a.campaign_id from campaign_answers a
                where a.workspace_id = c.workspace_id and a.conversation_id = c.id
                order by a.campaign_id) as answered_campaign_ids,
         (select b.at from contact_blocks b
           where b.workspace_id = c.workspace_id and b.channel_id = c.channel_id
             and b.contact_id = c.contact_id) as blocked_at,
         m.id as message_id, m.direction as message_direction, m.content as message_content,
         m.status as message_status, m.at as message_at,
         ${CONTACT_COLUMNS}
    from conversations c
    join contacts ct on ct.workspace_id = c.workspace_id and ct.id = c.contact_id
    left join messages m on m.workspace_id = c.workspace_id and m.id = c.last_message_id`;

export type ConversationQuery = {
  readonly unreadOnly?: boolean;
  readonly channelId?: string;
  readonly contactId?: string;
  readonly where?: { readonly filter: Filter; readonly asking: Asking };
  readonly labelId?: string;
  readonly status?: WorkState;
  /** Null: those that nobody has. */
  readonly assigneeId?: string | null;
  readonly teamId?: string;
  readonly after?: TimeCursor;
  readonly limit: number;
};

/** Conversations, the one with the newest message first. */
export async function listConversations(
  tx: Tx,
  workspaceId: WorkspaceId,
  query: ConversationQuery,
): Promise<Page<ConversationView, TimeCursor>> {
  const conditions: RawBuilder<unknown>[] = [sql`c.workspace_id = ${workspaceId}`];
  if (query.unreadOnly) conditions.push(sql`c.unread_count > 0`);
  if (query.channelId) conditions.push(sql`c.channel_id = ${query.channelId}`);
  if (query.contactId) conditions.push(sql`c.contact_id = ${query.contactId}`);
  if (query.where) conditions.push(...conditionsFor(query.where.filter, query.where.asking));
  if (query.labelId) {
    conditions.push(sql`exists (
      select from conversation_labels cl
       where cl.workspace_id = c.workspace_id and cl.conversation_id = c.id
         and cl.label_id = ${query.labelId})`);
  }
  if (query.status) conditions.push(sql`c.status = ${query.status}`);
  if (query.assigneeId === null) conditions.push(sql`c.assignee_id is null`);
  else if (query.assigneeId) conditions.push(sql`c.assignee_id = ${query.assigneeId}`);
  if (query.teamId) conditions.push(sql`c.team_id = ${query.teamId}`);
  if (query.after) {
    conditions.push(
      sql`(c.last_message_at, c.id) < (${query.after.at}::timestamptz, ${query.after.id}::uuid)`,
    );
  }
  const rows = await sql<ConversationRow>`
    ${SELECT}
     where ${sql.join(conditions, sql` and `)}
     order by c.last_message_at desc, c.id desc
     limit ${query.limit + 1}`.execute(tx);
  return pageOf(rows.rows.map(fromRow), query.limit, (it) => ({ at: it.lastMessageAt, id: it.id }));
}

/** The conversations that are there, in no particular order. */
export async function loadConversationViews(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<ConversationView[]> {
  if (ids.length === 0) return [];
  const rows = await sql<ConversationRow>`
    ${SELECT}
     where c.workspace_id = ${workspaceId} and c.id = any(${[...ids]}::uuid[])`.execute(tx);
  return rows.rows.map(fromRow);
}

/** The conversations of these contacts: what changes on the screen when a contact's name does. */
export async function listConversationIdsOfContacts(
  tx: Tx,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
): Promise<string[]> {
  if (contactIds.length === 0) return [];
  const rows = await sql<{ id: string }>`
    select c.id from conversations c
     where c.workspace_id = ${workspaceId} and c.contact_id = any(${[...contactIds]}::uuid[])`.execute(
    tx,
  );
  return rows.rows.map((row) => row.id);
}

/** How many conversations a filter means; counts no further than `upTo`, which keeps it quick however many there are. */
export async function countConversations(
  tx: Tx,
  workspaceId: WorkspaceId,
  where: { readonly filter: Filter; readonly asking: Asking },
  upTo: number,
): Promise<number> {
  const conditions = [
    sql`c.workspace_id = ${workspaceId}`,
    ...conditionsFor(where.filter, where.asking),
  ];
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from conversations c
        join contacts ct on ct.workspace_id = c.workspace_id and ct.id = c.contact_id
        left join messages m on m.workspace_id = c.workspace_id and m.id = c.last_message_id
       where ${sql.join(conditions, sql` and `)}
       limit ${upTo}) as counted`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function countUnreadConversations(tx: Tx, workspaceId: WorkspaceId): Promise<number> {
  const rows = await sql<{ count: number }>`
    select count(*)::int as count from conversations
     where workspace_id = ${workspaceId} and unread_count > 0`.execute(tx);
  return rows.rows[0]?.count ?? 0;
}

function fromRow(row: ConversationRow): ConversationView {
  return {
    id: row.id,
    channelId: row.channel_id,
    contact: contactFromRow(row),
    status: row.status,
    priority: row.priority,
    assigneeId: row.assignee_id,
    teamId: row.team_id,
    labelIds: row.label_ids,
    snoozedUntil: row.snoozed_until,
    waitingSince: row.waiting_since,
    lastInboundAt: row.last_inbound_at,
    lastMessageAt: row.last_message_at,
    unreadCount: row.unread_count,
    blockedAt: row.blocked_at,
    sla: slaFromRow(row),
    answeredCampaignIds: row.answered_campaign_ids,
    rating: ratingOf(row),
    lastMessage:
      row.message_id === null
        ? null
        : {
            id: row.message_id,
            direction: row.message_direction,
            content: row.message_content,
            status: row.message_status,
            at: row.message_at,
          },
  };
}

function slaFromRow(row: ConversationRow): SlaView {
  const { sla_target: target, sla_due_at: dueAt, sla_warn_at: warnAt } = row;
  return {
    running: target && dueAt && warnAt && { target, dueAt, warnAt },
    brokenAt: row.sla_broken_at,
    keptAt: row.sla_kept_at,
  };
}

function ratingOf({ rating_score, rating_of, rated_at }: ConversationRow): RatingView | null {
  if (rating_score === null || rating_of === null || rated_at === null) return null;
  return { score: rating_score, of: rating_of, at: rated_at };
}
