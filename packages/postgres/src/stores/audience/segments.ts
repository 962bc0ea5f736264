import type { PeopleFilter } from "@galka/core/contacts/people-filter";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** A filter over contacts with a name. Whom it means is looked up each time. */
export type Segment = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly filter: PeopleFilter;
};

const COLUMNS = sql`id, name, description, owner_id as "ownerId", team_id as "teamId", filter`;

/** All of the workspace, everyone's and the private ones of all, by name. */
export async function listSegments(tx: Tx, workspaceId: WorkspaceId): Promise<Segment[]> {
  const { rows } = await sql<Segment>`
    select ${COLUMNS} from segments where workspace_id = ${workspaceId}
     order by lower(name), id`.execute(tx);
  return rows;
}

export async function findSegment(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<Segment | null> {
  const { rows } = await sql<Segment>`
    select ${COLUMNS} from segments where workspace_id = ${workspaceId} and id = ${id}
       for update`.execute(tx);
  return rows[0] ?? null;
}

/** Keeps a segment, a new one or in place of what was there. */
export async function saveSegment(
  tx: Tx,
  workspaceId: WorkspaceId,
  it: Segment,
  now: Date,
): Promise<void> {
  await sql`
    insert into segments (workspace_id, id, name, description, owner_id, team_id, filter, created_at, updated_at)
    values (${workspaceId}, ${it.id}, ${it.name}, ${it.description}, ${it.ownerId}, ${it.teamId},
            ${JSON.stringify(it.filter)}, ${now}, ${now})
    on conflict (workspace_id, id) do update
       set name = excluded.name, description = excluded.description, owner_id = excluded.owner_id,
           team_id = excluded.team_id, filter = excluded.filter, updated_at = excluded.updated_at`.execute(
    tx,
  );
}

export async function deleteSegment(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<void> {
  await sql`delete from segments where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}
