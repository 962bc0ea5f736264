import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { MessageContent } from "@galka/core/messages/content";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** A message of the past, as the dry run looks at it. */
export type PastMessage = {
  readonly id: string;
  readonly conversationId: string;
  readonly from: "contact" | "member";
  /** Written on the phone, beside Galka. */
  readonly isEcho: boolean;
  readonly content: MessageContent;
  readonly at: Date;
};

/** What people wrote since `from`, the latest `most` of it, in the order in which it was written. */
export async function listPastMessages(
  tx: Tx,
  workspaceId: WorkspaceId,
  { from, most }: { readonly from: Date; readonly most: number },
): Promise<PastMessage[]> {
  const { rows } = await sql<PastMessage>`
    select p.id, p.conversation_id as "conversationId", p.content, p.at,
           case when p.direction = 'in' then 'contact' else 'member' end as from,
           p.direction = 'out' and p.author_member_id is null as "isEcho"
      from conversations c
      join messages p on p.workspace_id = c.workspace_id and p.conversation_id = c.id
     where c.workspace_id = ${workspaceId} and c.last_message_at >= ${from}
       and p.at >= ${from} and p.source = 'live' and p.author_rule_id is null and p.author_system is null
       and p.status <> 'failed' and p.content ->> 'kind' not in ('notice', 'note', 'rating')
     order by p.at desc, p.id desc limit ${most}`.execute(tx);
  return rows.toReversed();
}

/** When the contact wrote last before these messages, by the message's id. */
export async function loadInboundBefore(
  tx: Tx,
  workspaceId: WorkspaceId,
  messageIds: readonly string[],
): Promise<Map<string, Date>> {
  const { rows } = await sql<{ id: string; at: Date }>`
    select m.id, p.at
      from messages m
      join lateral (
        select p.at from messages p
         where p.workspace_id = m.workspace_id and p.conversation_id = m.conversation_id
           and (p.at, p.id) < (m.at, m.id) and p.direction = 'in'
           and p.content ->> 'kind' not in ('notice', 'note', 'rating')
         order by p.at desc, p.id desc limit 1) p on true
     where m.workspace_id = ${workspaceId} and m.id = any(${[...messageIds]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, at }) => [id, at]));
}
