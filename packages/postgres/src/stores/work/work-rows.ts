import type { Priority, WorkState } from "@galka/core/conversations/work";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Work } from "@galka/core/conversations/work-change";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

type Row = {
  id: string;
  status: WorkState;
  snoozed_until: Date | null;
  priority: Priority;
  assignee_id: string | null;
  team_id: string | null;
  label_ids: string[];
  unread_count: number;
  waiting_since: Date | null;
};

/** Locks these conversations in the order of their ids until `tx` ends, and says how the work on each stands. */
export async function lockWorkOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Work>> {
  const { rows } = await sql<Row>`
    select c.id, c.status, c.snoozed_until, c.priority, c.assignee_id, c.team_id, c.unread_count, c.waiting_since,
           (select coalesce(array_agg(l.label_id order by l.label_id), '{}') from conversation_labels l
             where l.workspace_id = c.workspace_id and l.conversation_id = c.id) as label_ids
      from conversations c
     where c.workspace_id = ${workspaceId} and c.id = any(${[...ids]}::uuid[])
     order by c.id for update of c`.execute(tx);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        status: row.status,
        snoozedUntil: row.snoozed_until?.toISOString() ?? null,
        priority: row.priority,
        assigneeId: row.assignee_id,
        teamId: row.team_id,
        labelIds: row.label_ids,
        unreadCount: row.unread_count,
        waitingSince: row.waiting_since?.toISOString() ?? null,
      },
    ]),
  );
}

export type WorkMade = { readonly id: string; readonly before: Work; readonly after: Work };

/** Writes how the work on conversations stands that are locked: one way for one and for many. */
export async function saveWorkOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  made: readonly WorkMade[],
  now: Date,
): Promise<void> {
  if (made.length === 0) return;
  await sql`
    update conversations c
       set status_at = case when c.status = w.status then c.status_at else ${now} end,
           assigned_at = case when w."assigneeId" is null then null
                              when c.assignee_id = w."assigneeId" then c.assigned_at else ${now} end,
           passed_by_id = case when c.assignee_id is distinct from w."assigneeId"
                                 or c.team_id is distinct from w."teamId" then null else c.passed_by_id end,
           waiting_since = w."waitingSince", status = w.status, snoozed_until = w."snoozedUntil", priority = w.priority,
           assignee_id = w."assigneeId", team_id = w."teamId", unread_count = w."unreadCount"
      from jsonb_to_recordset(${JSON.stringify(made.map(({ id, after }) => ({ id, ...after })))}::jsonb)
           as w (id uuid, status text, "snoozedUntil" timestamptz, priority text, "assigneeId" uuid,
                 "teamId" uuid, "unreadCount" integer, "waitingSince" timestamptz)
     where c.workspace_id = ${workspaceId} and c.id = w.id`.execute(tx);
  await saveLabels(tx, workspaceId, made);
}

async function saveLabels(
  tx: Tx,
  workspaceId: WorkspaceId,
  made: readonly WorkMade[],
): Promise<void> {
  const gone = made.flatMap(({ id, before, after }) =>
    before.labelIds
      .filter((it) => !after.labelIds.includes(it))
      .map((labelId) => ({ id, labelId })),
  );
  const put = made.flatMap(({ id, before, after }) =>
    after.labelIds
      .filter((it) => !before.labelIds.includes(it))
      .map((labelId) => ({ id, labelId })),
  );
  if (gone.length > 0) {
    await sql`
      delete from conversation_labels l
       using jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as g (id uuid, "labelId" uuid)
       where l.workspace_id = ${workspaceId} and l.conversation_id = g.id and l.label_id = g."labelId"`.execute(
      tx,
    );
  }
  if (put.length > 0) {
    await sql`
      insert into conversation_labels (workspace_id, conversation_id, label_id)
      select ${workspaceId}, p.id, p."labelId"
        from jsonb_to_recordset(${JSON.stringify(put)}::jsonb) as p (id uuid, "labelId" uuid)
        join labels l on l.workspace_id = ${workspaceId} and l.id = p."labelId"
      on conflict do nothing`.execute(tx);
  }
}

/** Whether there is such a team, until `tx` ends. */
export async function hasTeam(tx: Tx, workspaceId: WorkspaceId, teamId: string): Promise<boolean> {
  const { rows } = await sql`
    select from teams where workspace_id = ${workspaceId} and id = ${teamId} for key share`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Whether there are all of these labels. */
export async function hasLabels(
  tx: Tx,
  workspaceId: WorkspaceId,
  labelIds: readonly string[],
): Promise<boolean> {
  const { rows } = await sql<{ missing: boolean }>`
    select exists (select from unnest(${[...labelIds]}::uuid[]) as n (id) where not exists (
             select from labels x where x.workspace_id = ${workspaceId} and x.id = n.id)) as missing`.execute(
    tx,
  );
  return rows[0]?.missing === false;
}
