import type { ConversationId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

export type NewPin = {
  readonly messageId: string;
  readonly conversationId: string;
  readonly memberId: string;
  readonly at: Date;
};

/** Pins a message; false when it is pinned already. */
export async function insertPin(tx: Tx, workspaceId: WorkspaceId, pin: NewPin): Promise<boolean> {
  const result = await sql`
    insert into message_pins (workspace_id, message_id, conversation_id, member_id, at)
    values (${workspaceId}, ${pin.messageId}, ${pin.conversationId}, ${pin.memberId}, ${pin.at})
    on conflict do nothing`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}

/** Takes a pin off; false when there was none. */
export async function deletePin(
  tx: Tx,
  workspaceId: WorkspaceId,
  messageId: string,
): Promise<boolean> {
  const result = await sql`
    delete from message_pins
     where workspace_id = ${workspaceId} and message_id = ${messageId}`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}

/** The pinned messages of a conversation, the latest pin first. */
export async function listPins(
  tx: Tx,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ message_id: string }>`
    select message_id from message_pins
     where workspace_id = ${workspaceId} and conversation_id = ${conversationId}
     order by at desc, message_id limit ${limit}`.execute(tx);
  return rows.map((row) => row.message_id);
}
