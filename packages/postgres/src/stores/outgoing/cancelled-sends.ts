import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

export type CancelledSend = {
  readonly id: string;
  readonly channelId: string;
  readonly kind: "message" | "reaction" | "read-receipt";
  readonly messageId: string | null;
  readonly payload: unknown;
};

/**
 * Cancels what a number has not begun to send, in its owner's hands or not.
 *
 * What is on its way ends as it ends: an owner only begins what still waits.
 */
export async function cancelSends(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  now: Date,
): Promise<CancelledSend[]> {
  const { rows } = await sql<CancelledSend>`
    update sends set state = 'cancelled', settled_at = ${now}
     where workspace_id = ${workspaceId} and channel_id = ${channelId}
       and state = 'queued'
    returning id, channel_id as "channelId", kind, message_id as "messageId", payload`.execute(tx);
  return rows;
}
