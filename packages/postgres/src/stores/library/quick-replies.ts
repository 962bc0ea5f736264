import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** An answer that is written once; its variables are not filled in. */
export type QuickReply = {
  readonly id: string;
  readonly shortcut: string;
  readonly title: string;
  readonly folder: string;
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly text: string;
  readonly buttons: readonly { readonly id: string; readonly title: string }[];
  readonly fileId: string | null;
};

export type QuickReplyUse = { readonly sentCount: number; readonly lastSentAt: Date | null };

const COLUMNS = sql`q.id, q.shortcut, q.title, q.folder, q.owner_id as "ownerId", q.team_id as "teamId",
  q.text, q.buttons, q.file_id as "fileId"`;

/** All of the workspace with how often each was sent since a day. */
export async function listQuickReplies(
  tx: Tx,
  workspaceId: WorkspaceId,
  since: Date,
): Promise<(QuickReply & QuickReplyUse)[]> {
  const { rows } = await sql<QuickReply & QuickReplyUse>`
    select ${COLUMNS}, coalesce(u.sent, 0)::int as "sentCount", u.last_at as "lastSentAt"
      from quick_replies q
      left join lateral (
        select sum(u.sent_count) filter (where u.day >= ${since}::date) as sent, max(u.last_at) as last_at
          from quick_reply_uses u
         where u.workspace_id = q.workspace_id and u.quick_reply_id = q.id) u on true
     where q.workspace_id = ${workspaceId}
     order by lower(q.folder), lower(q.title), q.id`.execute(tx);
  return rows;
}

export async function findQuickReply(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<QuickReply | null> {
  const { rows } = await sql<QuickReply>`
    select ${COLUMNS} from quick_replies q
     where q.workspace_id = ${workspaceId} and q.id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

/** Whether another one that the same people see has this shortcut. */
export async function isShortcutTaken(
  tx: Tx,
  workspaceId: WorkspaceId,
  reply: QuickReply,
): Promise<boolean> {
  const { rows } = await sql`
    select from quick_replies q
     where q.workspace_id = ${workspaceId} and q.id <> ${reply.id}
       and lower(q.shortcut) = lower(${reply.shortcut})
       and q.owner_id is not distinct from ${reply.ownerId}::uuid
       and q.team_id is not distinct from ${reply.teamId}::uuid`.execute(tx);
  return rows.length > 0;
}

/** Keeps a quick reply, a new one or in place of what was there. */
export async function saveQuickReply(
  tx: Tx,
  workspaceId: WorkspaceId,
  reply: QuickReply,
  now: Date,
): Promise<void> {
  await sql`
    insert into quick_replies (workspace_id, id, shortcut, title, folder, owner_id, team_id, text, buttons,
                               file_id, created_at, updated_at)
    values (${workspaceId}, ${reply.id}, ${reply.shortcut}, ${reply.title}, ${reply.folder}, ${reply.ownerId},
            ${reply.teamId}, ${reply.text}, ${JSON.stringify(reply.buttons)}, ${reply.fileId}, ${now}, ${now})
    on conflict (workspace_id, id) do update
       set shortcut = excluded.shortcut, title = excluded.title, folder = excluded.folder,
           owner_id = excluded.owner_id, team_id = excluded.team_id, text = excluded.text,
           buttons = excluded.buttons, file_id = excluded.file_id, updated_at = excluded.updated_at`.execute(
    tx,
  );
}

export async function deleteQuickReply(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<void> {
  await sql`delete from quick_replies where workspace_id = ${workspaceId} and id = ${id}`.execute(
    tx,
  );
}

/** Counts one more message that was made of a quick reply; nothing when that is gone meanwhile. */
export async function countQuickReplyUse(
  tx: Tx,
  workspaceId: WorkspaceId,
  use: { readonly quickReplyId: string; readonly memberId: string },
  now: Date,
): Promise<void> {
  await sql`
    insert into quick_reply_uses (workspace_id, quick_reply_id, member_id, day, sent_count, last_at)
    select q.workspace_id, q.id, ${use.memberId}::uuid, (${now}::timestamptz at time zone 'UTC')::date, 1, ${now}
      from quick_replies q where q.workspace_id = ${workspaceId} and q.id = ${use.quickReplyId}
    on conflict (workspace_id, quick_reply_id, day, member_id) do update
       set sent_count = quick_reply_uses.sent_count + 1, last_at = excluded.last_at`.execute(tx);
}
