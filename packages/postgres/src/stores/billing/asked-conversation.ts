import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** What the price of the next message of a conversation depends on. */
export type AskedConversation = {
  readonly id: string;
  readonly channelId: string;
  readonly wabaId: string;
  /** Digits with the country code; null when none is known. */
  readonly phone: string | null;
  readonly lastInboundAt: Date | null;
  readonly entryAt: Date | null;
};

export async function listAskedConversations(
  tx: Tx,
  workspaceId: WorkspaceId,
  conversationIds: readonly string[],
): Promise<AskedConversation[]> {
  if (conversationIds.length === 0) return [];
  const { rows } = await sql<AskedConversation>`
    select c.id, c.channel_id as "channelId", ch.waba_id as "wabaId",
           c.last_inbound_at as "lastInboundAt",
           (select i.value from contact_identities i
             where i.workspace_id = ${workspaceId} and i.contact_id = c.contact_id and i.kind = 'phone'
             order by i.seen_at desc limit 1) as phone,
           (select max(e.at) from entry_points e
             where e.workspace_id = ${workspaceId} and e.conversation_id = c.id) as "entryAt"
      from conversations c
      join channels ch on ch.workspace_id = ${workspaceId} and ch.id = c.channel_id
     where c.workspace_id = ${workspaceId} and c.id = any(${[...conversationIds]}::uuid[])`.execute(
    tx,
  );
  return rows;
}

/** The account that a number belongs to; null when the workspace has no such number. */
export async function findAccountOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: string,
): Promise<string | null> {
  const { rows } = await sql<{ wabaId: string }>`
    select waba_id as "wabaId" from channels
     where workspace_id = ${workspaceId} and id = ${channelId}`.execute(tx);
  return rows[0]?.wabaId ?? null;
}
