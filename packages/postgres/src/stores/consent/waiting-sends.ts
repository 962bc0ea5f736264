import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Purpose } from "@galka/core/sends/send";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** Something that is not under way to a contact yet. */
export type WaitingSend = {
  readonly id: string;
  readonly contactId: string;
  readonly channelId: string;
  readonly messageId: string;
  readonly purpose: Purpose;
};

/** What waits for these contacts and is neither an answer nor a code: whoever they are by now. */
export async function listWaitingSends(
  tx: Tx,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
): Promise<WaitingSend[]> {
  if (contactIds.length === 0) return [];
  const { rows } = await sql<WaitingSend>`
    select s.id, c.contact_id as "contactId", s.channel_id as "channelId",
           s.message_id as "messageId", s.purpose
      from conversations c
      join messages m on m.workspace_id = c.workspace_id and m.conversation_id = c.id and m.status = 'queued'
      join sends s on s.workspace_id = m.workspace_id and s.message_id = m.id
     where c.workspace_id = ${workspaceId} and c.contact_id = any(${[...contactIds]}::uuid[])
       and s.state = 'queued' and s.purpose in ('marketing', 'utility')`.execute(tx);
  return rows;
}

/** Cancels these as far as they are not under way; answers the messages of those that it cancelled. */
export async function cancelWaiting(
  tx: Tx,
  workspaceId: WorkspaceId,
  sendIds: readonly string[],
  now: Date,
): Promise<string[]> {
  if (sendIds.length === 0) return [];
  const { rows } = await sql<{ messageId: string }>`
    update sends set state = 'cancelled', settled_at = ${now}
     where workspace_id = ${workspaceId} and id = any(${[...sendIds]}::uuid[])
       and state = 'queued'
    returning message_id as "messageId"`.execute(tx);
  return rows.map(({ messageId }) => messageId);
}
