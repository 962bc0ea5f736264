import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** What was reported of a message that is not known yet. `what` names the report, so that it is kept once. */
export type Orphan = {
  readonly channelId: string;
  readonly wamid: string;
  readonly what: string;
  readonly at: Date;
  readonly detail: object;
};

/**
 * Held by whoever looks whether a message is known, and by whoever makes it
 * known, so that no report falls between the two. Taken before any row is locked.
 */
export async function lockReports(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelIds: readonly string[],
): Promise<void> {
  for (const channelId of [...new Set(channelIds)].sort()) {
    await sql`
      select pg_advisory_xact_lock(hashtext('galka.reports'), hashtext(${workspaceId + channelId}))`.execute(
      tx,
    );
  }
}

/** Of two words of one report, the earlier is kept: which of them came first does not matter. */
export async function keepOrphans(
  tx: Tx,
  workspaceId: WorkspaceId,
  orphans: readonly Orphan[],
): Promise<void> {
  if (orphans.length === 0) return;
  await sql`
    insert into orphans (workspace_id, channel_id, wamid, what, at, detail)
    select distinct on (o."channelId", o.wamid, o.what)
           ${workspaceId}::uuid, o."channelId", o.wamid, o.what, o.at, o.detail
      from jsonb_to_recordset(${JSON.stringify(orphans)}::jsonb)
           as o ("channelId" uuid, wamid text, what text, at timestamptz, detail jsonb)
     order by o."channelId", o.wamid, o.what, o.at
    on conflict (workspace_id, channel_id, wamid, what) do update
       set at = excluded.at, detail = excluded.detail
     where excluded.at < orphans.at`.execute(tx);
}

/** Takes what was kept for messages that are known now, in the order in which it came. */
export async function takeOrphans(
  tx: Tx,
  workspaceId: WorkspaceId,
  known: readonly { readonly channelId: string; readonly wamid: string }[],
): Promise<Orphan[]> {
  if (known.length === 0) return [];
  const { rows } = await sql<Orphan & { readonly created: Date }>`
    delete from orphans o
     using unnest(${known.map(({ channelId }) => channelId)}::uuid[],
                  ${known.map(({ wamid }) => wamid)}::text[]) as k (channel_id, wamid)
     where o.workspace_id = ${workspaceId} and o.channel_id = k.channel_id and o.wamid = k.wamid
    returning o.channel_id as "channelId", o.wamid, o.what, o.at, o.detail, o.created_at as created`.execute(
    tx,
  );
  return rows.toSorted((one, other) => one.created.getTime() - other.created.getTime());
}

/** Forgets reports whose message never became known. */
export async function forgetOrphans(
  tx: Tx,
  workspaceId: WorkspaceId,
  olderThanDays: number,
): Promise<void> {
  await sql`
    delete from orphans
     where workspace_id = ${workspaceId}
       and created_at < now() - make_interval(days => ${olderThanDays}::int)`.execute(tx);
}
