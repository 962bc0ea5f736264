import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Member } from "@galka/core/workspaces/member";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { type Page, type TimeCursor, pageOf } from "../views/page.ts";

export type Mentioning = {
  readonly messageId: string;
  readonly conversationId: string;
  readonly memberIds: readonly string[];
  readonly at: Date;
};

/** Makes the mentions of a note those that it names; who was mentioned before and is still, has read what they have read. */
export async function saveMentions(
  tx: Tx,
  workspaceId: WorkspaceId,
  { messageId, conversationId, memberIds, at }: Mentioning,
): Promise<void> {
  const members = [...memberIds];
  await sql`
    delete from mentions
     where workspace_id = ${workspaceId} and message_id = ${messageId}
       and not member_id = any(${members}::uuid[])`.execute(tx);
  await sql`
    insert into mentions (workspace_id, member_id, message_id, conversation_id, at)
    select ${workspaceId}, member, ${messageId}, ${conversationId}, ${at}
      from unnest(${members}::uuid[]) as member
    on conflict do nothing`.execute(tx);
}

/** A note in which a member was named, as their list shows it. */
export type MentionView = {
  readonly messageId: string;
  readonly conversationId: string;
  readonly contactName: string;
  readonly authorMemberId: string | null;
  readonly text: string;
  readonly at: Date;
  readonly readAt: Date | null;
};

export type MentionQuery = { readonly after?: TimeCursor; readonly limit: number };

/** Where this member was mentioned, the latest first. */
export async function listMentions(
  tx: Tx,
  member: Member,
  query: MentionQuery,
): Promise<Page<MentionView, TimeCursor>> {
  const { workspaceId, id } = member;
  const from = query.after
    ? sql`and (n.at, n.message_id) < (${query.after.at}::timestamptz, ${query.after.id}::uuid)`
    : sql``;
  const { rows } = await sql<MentionView>`
    select n.message_id as "messageId", n.conversation_id as "conversationId", n.at, n.read_at as "readAt",
           m.author_member_id as "authorMemberId", left(m.content ->> 'text', 300) as text,
           coalesce(ct.name, ct.profile_name, (
             select i.value from contact_identities i
              where i.workspace_id = ct.workspace_id and i.contact_id = ct.id
              order by i.kind desc limit 1), '') as "contactName"
      from mentions n
      join messages m on m.workspace_id = n.workspace_id and m.id = n.message_id
      join conversations c on c.workspace_id = n.workspace_id and c.id = n.conversation_id
      join contacts ct on ct.workspace_id = c.workspace_id and ct.id = c.contact_id
     where n.workspace_id = ${workspaceId} and n.member_id = ${id} ${from}
     order by n.at desc, n.message_id desc limit ${query.limit + 1}`.execute(tx);
  return pageOf(rows, query.limit, (row) => ({ at: row.at, id: row.messageId }));
}

export async function countUnreadMentions(tx: Tx, member: Member): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from mentions
     where workspace_id = ${member.workspaceId} and member_id = ${member.id} and read_at is null`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

/** Marks the member's mentions as read, all of them or those in these notes; answers how many were not. */
export async function readMentions(
  tx: Tx,
  member: Member,
  messageIds: readonly string[] | null,
  now: Date,
): Promise<number> {
  const which = messageIds ? sql`and message_id = any(${[...messageIds]}::uuid[])` : sql``;
  const result = await sql`
    update mentions set read_at = ${now}
     where workspace_id = ${member.workspaceId} and member_id = ${member.id}
       and read_at is null ${which}`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}
