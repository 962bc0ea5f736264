import type { Filter } from "@galka/core/filters/filter";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** A filter with a name. */
export type SavedView = {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly filter: Filter;
  /** Stands in the inbox's head. */
  readonly pinned: boolean;
  readonly position: number;
};

const COLUMNS = sql`id, name, owner_id as "ownerId", team_id as "teamId", filter, pinned, position`;

/** All of the workspace, everyone's and the private ones of all, in the order in which they are shown. */
export async function listSavedViews(tx: Tx, workspaceId: WorkspaceId): Promise<SavedView[]> {
  const { rows } = await sql<SavedView>`
    select ${COLUMNS} from saved_views where workspace_id = ${workspaceId}
     order by position, lower(name), id`.execute(tx);
  return rows;
}

export async function findSavedView(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<SavedView | null> {
  const { rows } = await sql<SavedView>`
    select ${COLUMNS} from saved_views where workspace_id = ${workspaceId} and id = ${id}
       for update`.execute(tx);
  return rows[0] ?? null;
}

/** Keeps a view, a new one or in place of what was there. */
export async function saveSavedView(
  tx: Tx,
  workspaceId: WorkspaceId,
  view: SavedView,
  now: Date,
): Promise<void> {
  await sql`
    insert into saved_views (workspace_id, id, name, owner_id, team_id, filter, pinned, position,
                             created_at, updated_at)
    values (${workspaceId}, ${view.id}, ${view.name}, ${view.ownerId}, ${view.teamId},
            ${JSON.stringify(view.filter)}, ${view.pinned}, ${view.position}, ${now}, ${now})
    on conflict (workspace_id, id) do update
       set name = excluded.name, owner_id = excluded.owner_id, team_id = excluded.team_id,
           filter = excluded.filter, pinned = excluded.pinned, position = excluded.position,
           updated_at = excluded.updated_at`.execute(tx);
}

export async function deleteSavedView(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<void> {
  await sql`delete from saved_views where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}
