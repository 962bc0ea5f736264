import type { ConversationId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** Something that was done with a conversation, as its thread tells it. */
export type ActivityView = {
  readonly id: string;
  readonly at: Date;
  readonly actor: "member" | "rule" | "system" | "contact";
  readonly actorId: string | null;
  readonly action: string;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
};

const COLUMNS = sql`id, at, actor, actor_id as "actorId", action, before, after`;

/** Both ends belong to it; null is the beginning or the end of time. */
export type Stretch = { readonly from: Date | null; readonly to: Date | null };

const MOST = 1000;

/** What was done in a stretch of time, oldest first: of more than a thousand the latest. */
export async function listActivities(
  tx: Tx,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
  { from, to }: Stretch,
): Promise<ActivityView[]> {
  const { rows } = await sql<ActivityView>`
    select ${COLUMNS} from audit_entries
     where workspace_id = ${workspaceId} and conversation_id = ${conversationId}
       and at >= coalesce(${from}::timestamptz, '-infinity')
       and at <= coalesce(${to}::timestamptz, 'infinity')
     order by at desc, id desc limit ${MOST}`.execute(tx);
  return rows.reverse();
}

export async function loadActivities(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<ActivityView[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ActivityView>`
    select ${COLUMNS} from audit_entries
     where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[])`.execute(tx);
  return rows;
}
