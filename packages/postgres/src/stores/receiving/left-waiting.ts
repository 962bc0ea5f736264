import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import type { NamedMessage } from "./message-statuses.ts";

/** The messages of a number that are known under their id while a report or an answer still waits for them to be. */
export async function listLeftWaiting(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
): Promise<NamedMessage[]> {
  const { rows } = await sql<NamedMessage>`
    select m.id, m.conversation_id as "conversationId", m.channel_id as "channelId", m.wamid
      from (
        select wamid from orphans
         where workspace_id = ${workspaceId} and channel_id = ${channelId}
        union
        select reply_to_wamid from messages
         where workspace_id = ${workspaceId} and channel_id = ${channelId}
           and reply_to_id is null and reply_to_wamid is not null) w
      join messages m on m.workspace_id = ${workspaceId} and m.channel_id = ${channelId}
                     and m.wamid = w.wamid`.execute(tx);
  return rows;
}
