import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import type { Samples } from "./samples.ts";

type Which = { readonly channelId: ChannelId; readonly templateId: string };

/** Puts a template away, or back; answers whether there is such a template. */
export async function hideTemplate(
  tx: Tx,
  workspaceId: WorkspaceId,
  { channelId, templateId }: Which,
  hiddenAt: Date | null,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update templates set hidden_at = ${hiddenAt}
     where workspace_id = ${workspaceId} and channel_id = ${channelId} and id = ${templateId}
    returning id`.execute(tx);
  return rows.length > 0;
}

/** Marks what Meta did with the category as seen; answers whether there is such a template. */
export async function seeCategory(
  tx: Tx,
  workspaceId: WorkspaceId,
  { channelId, templateId }: Which,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update templates set category_seen_at = ${now}
     where workspace_id = ${workspaceId} and channel_id = ${channelId} and id = ${templateId}
    returning id`.execute(tx);
  return rows.length > 0;
}

/** Remembers which files of ours the reviewer looks at. */
export async function saveSamples(
  tx: Tx,
  workspaceId: WorkspaceId,
  { channelId, templateId }: Which,
  samples: Samples,
): Promise<void> {
  await sql`
    update templates set samples = ${JSON.stringify(samples)}::jsonb
     where workspace_id = ${workspaceId} and channel_id = ${channelId}
       and id = ${templateId}`.execute(tx);
}

/** Whether a connected channel's templates were read last before `before`, or never. */
export async function areTemplatesStale(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  before: Date,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    select c.id from channels c
     where c.workspace_id = ${workspaceId} and c.id = ${channelId} and c.status = 'connected'
       and not exists (select 1 from templates t
                        where t.workspace_id = c.workspace_id and t.channel_id = c.id
                          and t.synced_at > ${before})`.execute(tx);
  return rows.length > 0;
}
