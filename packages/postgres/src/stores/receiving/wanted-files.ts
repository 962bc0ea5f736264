import {
  type ChannelId,
  type FileId,
  type MessageId,
  type WorkspaceId,
  idOf,
} from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

export type WantedFile = {
  readonly channelId: ChannelId;
  readonly remoteId: string;
  readonly claimedType: string | null;
};

/** A file whose bytes are not here yet; null when they are, or when it is none of a channel's. */
export async function findWantedFile(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: FileId,
): Promise<WantedFile | null> {
  const { rows } = await sql<{
    channel_id: string;
    remote_id: string;
    claimed_type: string | null;
  }>`
    select channel_id, remote_id, claimed_type from files
     where workspace_id = ${workspaceId} and id = ${id} and state <> 'stored'
       and channel_id is not null and remote_id is not null`.execute(tx);
  const row = rows[0];
  if (!row) return null;
  return {
    channelId: idOf(row.channel_id),
    remoteId: row.remote_id,
    claimedType: row.claimed_type,
  };
}

export type StoredBytes = {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  readonly width: number | null;
  readonly height: number | null;
};

export async function storeFile(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: FileId,
  bytes: StoredBytes,
): Promise<void> {
  await sql`
    update files
       set state = 'stored', failure = null, sha256 = ${bytes.sha256}, size_bytes = ${bytes.sizeBytes},
           media_type = ${bytes.mediaType}, width = ${bytes.width}, height = ${bytes.height}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export async function failFile(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: FileId,
  reason: string,
): Promise<void> {
  await sql`
    update files set state = 'failed', failure = ${reason}
     where workspace_id = ${workspaceId} and id = ${id} and state <> 'stored'`.execute(tx);
}

/** Where a message stands today: threads may have become one since its file was asked for. */
export async function findThreadOfMessage(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: MessageId,
): Promise<string | null> {
  const { rows } = await sql<{ conversationId: string }>`
    select conversation_id as "conversationId" from messages
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  return rows[0]?.conversationId ?? null;
}
