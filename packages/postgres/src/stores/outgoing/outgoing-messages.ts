import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { MessageContent } from "@galka/core/messages/content";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { jsonText } from "../../json-text.ts";

export type OutgoingMessage = {
  readonly id: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly author:
    | { readonly by: "member"; readonly id: string }
    | { readonly by: "rule"; readonly id: string; readonly name: string }
    | { readonly by: "system"; readonly part: "satisfaction" | "consent" };
  readonly content: MessageContent;
  readonly replyToId: string | null;
  readonly replyToWamid: string | null;
  readonly clientId: string;
  readonly at: Date;
};

/** Keeps a message that shall go out; false when its client has sent it before. */
export async function insertOutgoing(
  tx: Tx,
  workspaceId: WorkspaceId,
  message: OutgoingMessage,
): Promise<boolean> {
  const it = message;
  const rule = it.author.by === "rule" ? it.author : null;
  const memberId = it.author.by === "member" ? it.author.id : null;
  const system = it.author.by === "system" ? it.author.part : null;
  const result = await sql`
    insert into messages (workspace_id, id, conversation_id, channel_id, direction, author_member_id,
                          author_rule_id, author_rule_name, author_system, content, status, reply_to_id, reply_to_wamid, client_id, at, status_at, created_at)
    values (${workspaceId}, ${it.id}, ${it.conversationId}, ${it.channelId}, 'out', ${memberId},
            ${rule?.id ?? null}, ${rule?.name ?? null}, ${system}, ${jsonText(it.content)}, 'queued', ${it.replyToId}, ${it.replyToWamid}, ${it.clientId},
            ${it.at}, ${it.at}, ${it.at})
    on conflict (workspace_id, client_id) do nothing`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}

export async function findMessageOfClient(
  tx: Tx,
  workspaceId: WorkspaceId,
  clientId: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from messages
     where workspace_id = ${workspaceId} and client_id = ${clientId}`.execute(tx);
  return rows[0]?.id ?? null;
}

/** A message as far as one can answer it or react to it. */
export type Target = {
  readonly id: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly kind: MessageContent["kind"];
  readonly wamid: string | null;
  readonly deletedAt: Date | null;
};

export async function findTarget(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<Target | null> {
  const { rows } = await sql<Target>`
    select id, conversation_id as "conversationId", channel_id as "channelId",
           content ->> 'kind' as kind, wamid, deleted_at as "deletedAt"
      from messages where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** The channel's id of the last message that the contact wrote; null when there is none. */
export async function findLastHeard(
  tx: Tx,
  workspaceId: WorkspaceId,
  conversationId: string,
): Promise<string | null> {
  const { rows } = await sql<{ wamid: string }>`
    select wamid from messages
     where workspace_id = ${workspaceId} and conversation_id = ${conversationId}
       and direction = 'in' and source = 'live' and wamid is not null
     order by at desc, id desc limit 1`.execute(tx);
  return rows[0]?.wamid ?? null;
}

/** How a channel reaches a contact; of several the one seen last. */
export async function findRecipient(
  tx: Tx,
  workspaceId: WorkspaceId,
  contactId: string,
): Promise<{ readonly phone?: string; readonly bsuid?: string } | null> {
  const { rows } = await sql<{ kind: "phone" | "bsuid"; value: string }>`
    select distinct on (kind) kind, value from contact_identities
     where workspace_id = ${workspaceId} and contact_id = ${contactId} and kind in ('phone', 'bsuid')
     order by kind, seen_at desc, id desc`.execute(tx);
  if (rows.length === 0) return null;
  const phone = rows.find(({ kind }) => kind === "phone")?.value;
  const bsuid = rows.find(({ kind }) => kind === "bsuid")?.value;
  return { ...(phone !== undefined && { phone }), ...(bsuid !== undefined && { bsuid }) };
}
