import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** Contacts that somebody chose: by hand, by a filter at that moment, or by a file. */
export type AudienceList = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** The columns of a file whose values are kept with the members. */
  readonly columns: readonly string[];
  /** The latest import that fills it; null when no file ever did. */
  readonly importId: string | null;
  readonly createdAt: Date;
};

const COLUMNS = sql`l.id, l.name, l.description, l.columns, l.created_at as "createdAt",
  (select i.id from contact_imports i
    where i.workspace_id = l.workspace_id and i.list_id = l.id
    order by i.started_at desc nulls last, i.id desc limit 1) as "importId"`;

export async function listAudienceLists(tx: Tx, workspaceId: WorkspaceId): Promise<AudienceList[]> {
  const { rows } = await sql<AudienceList>`
    select ${COLUMNS} from audience_lists l where l.workspace_id = ${workspaceId}
     order by lower(l.name), l.id`.execute(tx);
  return rows;
}

/** Locks the row until `tx` ends. */
export async function lockAudienceList(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<AudienceList | null> {
  const { rows } = await sql<AudienceList>`
    select ${COLUMNS} from audience_lists l
     where l.workspace_id = ${workspaceId} and l.id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

/** Whether somebody else's list has this name, however it is written. */
export async function isListNameTaken(
  tx: Tx,
  workspaceId: WorkspaceId,
  { id, name }: Pick<AudienceList, "id" | "name">,
): Promise<boolean> {
  const { rows } = await sql`
    select from audience_lists
     where workspace_id = ${workspaceId} and lower(name) = lower(${name}) and id <> ${id}
     limit 1`.execute(tx);
  return rows.length > 0;
}

export async function saveAudienceList(
  tx: Tx,
  workspaceId: WorkspaceId,
  it: Pick<AudienceList, "id" | "name" | "description">,
  now: Date,
): Promise<void> {
  await sql`
    insert into audience_lists (workspace_id, id, name, description, created_at, updated_at)
    values (${workspaceId}, ${it.id}, ${it.name}, ${it.description}, ${now}, ${now})
    on conflict (workspace_id, id) do update
       set name = excluded.name, description = excluded.description, updated_at = excluded.updated_at`.execute(
    tx,
  );
}

/** Takes a list away with who was in it; the contacts stay. */
export async function deleteAudienceList(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<void> {
  await sql`delete from audience_lists where workspace_id = ${workspaceId} and id = ${id}`.execute(
    tx,
  );
}
