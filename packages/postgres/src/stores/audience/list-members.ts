import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** Somebody on a list, with what a file says of them. */
export type ListMember = {
  readonly contactId: string;
  readonly variables: Readonly<Record<string, string>> | null;
};

/** Puts contacts on a list; answers who was not on it. Whoever is on it stays as they are. */
export async function addListMembers(
  tx: Tx,
  workspaceId: WorkspaceId,
  listId: string,
  { members, now }: { readonly members: readonly ListMember[]; readonly now: Date },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into audience_list_members (workspace_id, list_id, contact_id, variables, added_at)
    select c.workspace_id, ${listId}, c.id, n.variables, ${now}
      from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as n ("contactId" uuid, variables jsonb)
      join contacts c on c.workspace_id = ${workspaceId} and c.id = n."contactId"
     order by c.id
    on conflict do nothing returning contact_id as id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Takes contacts off a list; answers who was on it, as they were. */
export async function dropListMembers(
  tx: Tx,
  workspaceId: WorkspaceId,
  listId: string,
  ids: readonly string[],
): Promise<ListMember[]> {
  const { rows } = await sql<ListMember>`
    delete from audience_list_members
     where workspace_id = ${workspaceId} and list_id = ${listId} and contact_id = any(${[...ids]}::uuid[])
    returning contact_id as "contactId", variables`.execute(tx);
  return rows;
}

/** What a file says of somebody, and in which row. */
export type FiledMember = {
  readonly contactId: string;
  readonly row: number;
  readonly variables: Readonly<Record<string, string>>;
};

export type Filing = {
  readonly importId: string;
  readonly listId: string;
  readonly now: Date;
};

/**
 * Puts the people of some rows on a list, with what stands there. What an earlier
 * file said of somebody gives way; of two rows of one file about one person the
 * first stays. Answers the rows that found a place.
 */
export async function fileListMembers(
  tx: Tx,
  workspaceId: WorkspaceId,
  { importId, listId, now }: Filing,
  members: readonly FiledMember[],
): Promise<number[]> {
  if (members.length === 0) return [];
  const { rows } = await sql<{ row: number }>`
    insert into audience_list_members as lm
           (workspace_id, list_id, contact_id, variables, row_number, import_id, added_at)
    select distinct on (n."contactId")
           ${workspaceId}::uuid, ${listId}::uuid, n."contactId", n.variables, n.row, ${importId}::uuid, ${now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(members)}::jsonb)
           as n ("contactId" uuid, row int, variables jsonb)
     order by n."contactId", n.row
    on conflict (workspace_id, list_id, contact_id) do update
       set variables = excluded.variables, row_number = excluded.row_number, import_id = excluded.import_id
     where lm.import_id is distinct from excluded.import_id
    returning row_number as row`.execute(tx);
  return rows.map(({ row }) => row);
}

/** Lets an import begin anew: nobody is on a list because of it any more. */
export async function unfileListMembers(
  tx: Tx,
  workspaceId: WorkspaceId,
  importId: string,
): Promise<void> {
  await sql`
    delete from audience_list_members
     where workspace_id = ${workspaceId} and import_id = ${importId}`.execute(tx);
}

/** Says which columns the members of a list bring, besides those that it has already. */
export async function addListColumns(
  tx: Tx,
  workspaceId: WorkspaceId,
  listId: string,
  columns: readonly string[],
): Promise<void> {
  await sql`
    update audience_lists
       set columns = columns || array(
             select n.name from unnest(${[...columns]}::text[]) with ordinality as n (name, place)
              where n.name <> all (columns) order by n.place)
     where workspace_id = ${workspaceId} and id = ${listId}`.execute(tx);
}
