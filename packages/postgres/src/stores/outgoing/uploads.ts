import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** A file that a message shall carry: where its bytes are, and the channel's id if it has it. */
export type UploadState = {
  readonly sha256: string | null;
  readonly mediaType: string | null;
  readonly name: string | null;
  readonly remoteId: string | null;
};

/** Null when there is no such file. An upload counts for `keptDays`, by the database's clock. */
export async function findUpload(
  tx: Tx,
  workspaceId: WorkspaceId,
  { channelId, fileId }: { readonly channelId: ChannelId; readonly fileId: string },
  keptDays: number,
): Promise<UploadState | null> {
  const { rows } = await sql<UploadState>`
    select f.sha256, f.media_type as "mediaType", f.name, u.remote_id as "remoteId"
      from files f
      left join uploads u on u.workspace_id = f.workspace_id and u.file_id = f.id
       and u.channel_id = ${channelId} and u.uploaded_at > now() - make_interval(days => ${keptDays}::int)
     where f.workspace_id = ${workspaceId} and f.id = ${fileId}`.execute(tx);
  return rows[0] ?? null;
}

export async function saveUpload(
  tx: Tx,
  workspaceId: WorkspaceId,
  upload: { readonly channelId: ChannelId; readonly fileId: string; readonly remoteId: string },
): Promise<void> {
  await sql`
    insert into uploads (workspace_id, channel_id, file_id, remote_id, uploaded_at)
    values (${workspaceId}, ${upload.channelId}, ${upload.fileId}, ${upload.remoteId}, now())
    on conflict (workspace_id, channel_id, file_id) do update
       set remote_id = excluded.remote_id, uploaded_at = excluded.uploaded_at`.execute(tx);
}
