import type { MacroStep } from "@galka/core/library/macro";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** Several steps that are done together. */
export type Macro = {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly steps: readonly MacroStep[];
};

const COLUMNS = sql`id, name, owner_id as "ownerId", team_id as "teamId", steps`;

export async function listMacros(tx: Tx, workspaceId: WorkspaceId): Promise<Macro[]> {
  const { rows } = await sql<Macro>`
    select ${COLUMNS} from macros where workspace_id = ${workspaceId}
     order by lower(name), id`.execute(tx);
  return rows;
}

export async function findMacro(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<Macro | null> {
  const { rows } = await sql<Macro>`
    select ${COLUMNS} from macros where workspace_id = ${workspaceId} and id = ${id} for update`.execute(
    tx,
  );
  return rows[0] ?? null;
}

/** Keeps a macro, a new one or in place of what was there. */
export async function saveMacro(
  tx: Tx,
  workspaceId: WorkspaceId,
  macro: Macro,
  now: Date,
): Promise<void> {
  await sql`
    insert into macros (workspace_id, id, name, owner_id, team_id, steps, created_at, updated_at)
    values (${workspaceId}, ${macro.id}, ${macro.name}, ${macro.ownerId}, ${macro.teamId},
            ${JSON.stringify(macro.steps)}, ${now}, ${now})
    on conflict (workspace_id, id) do update
       set name = excluded.name, owner_id = excluded.owner_id, team_id = excluded.team_id,
           steps = excluded.steps, updated_at = excluded.updated_at`.execute(tx);
}

export async function deleteMacro(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<void> {
  await sql`delete from macros where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** Saving to the library of a workspace is done one after the other, until `tx` ends. */
export async function lockLibrary(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`library ${workspaceId}`}))`.execute(tx);
}
