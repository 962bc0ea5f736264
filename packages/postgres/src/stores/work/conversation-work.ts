import type { Priority, WorkState } from "@galka/core/conversations/work";
import {
  type ChannelId,
  type ConversationId,
  type MemberId,
  type TeamId,
  type WorkspaceId,
  idOf,
} from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Database, Tx } from "../../database.ts";

/** The work on a conversation, as it is before somebody changes it. */
export type ConversationWork = {
  readonly id: ConversationId;
  readonly channelId: ChannelId;
  readonly status: WorkState;
  readonly priority: Priority;
  readonly assigneeId: MemberId | null;
  readonly teamId: TeamId | null;
  readonly snoozedUntil: Date | null;
};

type Row = {
  id: string;
  channel_id: string;
  status: WorkState;
  priority: Priority;
  assignee_id: string | null;
  team_id: string | null;
  snoozed_until: Date | null;
};

/** Locks the conversation until `tx` ends: of all who press *take* at once one is first. */
export async function lockWork(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ConversationId,
): Promise<ConversationWork | null> {
  const { rows } = await sql<Row>`
    select id, channel_id, status, priority, assignee_id, team_id, snoozed_until
      from conversations where workspace_id = ${workspaceId} and id = ${id} for update`.execute(tx);
  return rows[0] ? fromRow(rows[0]) : null;
}

function fromRow(row: Row): ConversationWork {
  return {
    id: idOf(row.id),
    channelId: idOf(row.channel_id),
    status: row.status,
    priority: row.priority,
    assigneeId: row.assignee_id === null ? null : idOf(row.assignee_id),
    teamId: row.team_id === null ? null : idOf(row.team_id),
    snoozedUntil: row.snoozed_until,
  };
}

export type Assignment = { readonly assigneeId: string | null; readonly teamId: string | null };

/** Says whose it is from now on. */
export async function assignConversation(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ConversationId,
  { assigneeId, teamId, now }: Assignment & { readonly now: Date },
): Promise<void> {
  await sql`
    update conversations
       set assigned_at = case when ${assigneeId}::uuid is null then null
                              when assignee_id = ${assigneeId}::uuid then assigned_at
                              else ${now} end,
           assignee_id = ${assigneeId}, team_id = ${teamId}, passed_by_id = null
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export type StateOfWork = {
  readonly status: WorkState;
  readonly priority: Priority;
  readonly snoozedUntil: Date | null;
};

/** Of a closed conversation nobody waits for an answer. */
export async function saveState(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ConversationId,
  { status, priority, snoozedUntil, now }: StateOfWork & { readonly now: Date },
): Promise<void> {
  await sql`
    update conversations
       set status_at = case when status = ${status} then status_at else ${now} end,
           waiting_since = case when ${status} = 'closed' then null else waiting_since end,
           status = ${status}, priority = ${priority}, snoozed_until = ${snoozedUntil}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** Whether there is such a team, until `tx` ends. */
export async function hasTeam(tx: Tx, workspaceId: WorkspaceId, teamId: string): Promise<boolean> {
  const { rows } = await sql`
    select from teams where workspace_id = ${workspaceId} and id = ${teamId} for key share`.execute(
    tx,
  );
  return rows.length > 0;
}

/** How much there is for one member; counted no further than `upTo`. */
export type WorkCounts = {
  readonly mine: number;
  readonly unassigned: number;
  readonly open: number;
  readonly oldestWaitingSince: Date | null;
};

export async function countWork(
  tx: Tx,
  workspaceId: WorkspaceId,
  memberId: string,
  upTo: number,
): Promise<WorkCounts> {
  const { rows } = await sql<WorkCounts>`
    select
      (select count(*)::int from (select from conversations
         where workspace_id = ${workspaceId} and status = 'open' and assignee_id = ${memberId}
         limit ${upTo}) as counted) as mine,
      (select count(*)::int from (select from conversations
         where workspace_id = ${workspaceId} and status = 'open' and assignee_id is null
         limit ${upTo}) as counted) as unassigned,
      (select count(*)::int from (select from conversations
         where workspace_id = ${workspaceId} and status = 'open' limit ${upTo}) as counted) as open,
      (select waiting_since from conversations
        where workspace_id = ${workspaceId} and waiting_since is not null
          and status = 'open' and assignee_id is null
        order by waiting_since limit 1) as "oldestWaitingSince"`.execute(tx);
  const [counts] = rows;
  if (!counts) throw new Error("A count gave no row.");
  return counts;
}

/** The workspaces in which something comes back by itself now, or is given by itself. */
export async function listWorkspacesAtWork(db: Database, now: Date): Promise<WorkspaceId[]> {
  const { rows } = await sql<{ workspace_id: string }>`
    select workspace_id from workspaces_at_work(${now})`.execute(db);
  return rows.map((row) => idOf(row.workspace_id));
}
