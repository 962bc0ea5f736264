import { type TeamId, type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

export type Team = {
  readonly id: TeamId;
  readonly name: string;
  readonly memberIds: readonly string[];
};

type TeamRow = { id: string; name: string; member_ids: string[] };

const TEAMS = sql`
  select t.id, t.name,
         coalesce((select array_agg(tm.member_id order by tm.member_id) from team_members tm
                    where tm.workspace_id = t.workspace_id and tm.team_id = t.id), '{}') as member_ids
    from teams t`;

function fromRow({ id, name, member_ids }: TeamRow): Team {
  return { id: idOf(id), name, memberIds: member_ids };
}

export async function listTeams(tx: Tx, workspaceId: WorkspaceId): Promise<Team[]> {
  const rows = await sql<TeamRow>`
    ${TEAMS} where t.workspace_id = ${workspaceId} order by lower(t.name), t.id`.execute(tx);
  return rows.rows.map(fromRow);
}

export async function lockTeam(tx: Tx, workspaceId: WorkspaceId, id: TeamId): Promise<Team | null> {
  const rows = await sql<TeamRow>`
    ${TEAMS} where t.workspace_id = ${workspaceId} and t.id = ${id} for update`.execute(tx);
  const row = rows.rows[0];
  return row ? fromRow(row) : null;
}

/** Whether another team has this name already; large and small letters are the same. */
export async function isTeamName(
  tx: Tx,
  workspaceId: WorkspaceId,
  { id, name }: Pick<Team, "id" | "name">,
): Promise<boolean> {
  const rows = await sql`
    select from teams
     where workspace_id = ${workspaceId} and lower(name) = lower(${name}) and id <> ${id}`.execute(
    tx,
  );
  return rows.rows.length > 0;
}

/** Of these ids, those of members of the workspace. */
export async function listKnownMembers(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    select id from members
     where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[]) order by id`.execute(tx);
  return rows.rows.map((row) => row.id);
}

/** Writes a team as it is to be, whether or not it was there. */
export async function saveTeam(
  tx: Tx,
  workspaceId: WorkspaceId,
  { id, name, memberIds }: Team,
  now: Date,
): Promise<void> {
  await sql`
    insert into teams (workspace_id, id, name, created_at)
    values (${workspaceId}, ${id}, ${name}, ${now})
    on conflict (workspace_id, id) do update set name = excluded.name`.execute(tx);
  await sql`
    delete from team_members where workspace_id = ${workspaceId} and team_id = ${id}`.execute(tx);
  await sql`
    insert into team_members (workspace_id, team_id, member_id)
    select ${workspaceId}, ${id}, member_id
      from unnest(${[...memberIds]}::uuid[]) as chosen(member_id)`.execute(tx);
}

/** Deletes a team; answers which conversations belonged to it. */
export async function deleteTeam(tx: Tx, workspaceId: WorkspaceId, id: TeamId): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    update conversations set team_id = null
     where workspace_id = ${workspaceId} and team_id = ${id} returning id`.execute(tx);
  await sql`delete from teams where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  return rows.rows.map((row) => row.id);
}
