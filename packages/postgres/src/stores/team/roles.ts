import type { RoleId, WorkspaceId } from "@galka/core/kernel/ids";
import { idOf } from "@galka/core/kernel/ids";
import type { Permission } from "@galka/core/workspaces/permissions";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** A workspace's own set of permissions. */
export type OwnRole = {
  readonly id: RoleId;
  readonly name: string;
  readonly permissions: readonly Permission[];
};

export type OwnRoleView = OwnRole & { readonly memberCount: number };

type RoleRow = { id: string; name: string; permissions: Permission[]; member_count: number };

function fromRow({ id, name, permissions, member_count }: RoleRow): OwnRoleView {
  return { id: idOf(id), name, permissions, memberCount: member_count };
}

/** The workspace's own roles by name, with how many hold each. */
export async function listRoles(tx: Tx, workspaceId: WorkspaceId): Promise<OwnRoleView[]> {
  const rows = await sql<RoleRow>`
    select r.id, r.name, r.permissions, count(m.id)::int as member_count
      from roles r
      left join members m on m.workspace_id = r.workspace_id and m.role_id = r.id
     where r.workspace_id = ${workspaceId}
     group by r.workspace_id, r.id
     order by lower(r.name), r.id`.execute(tx);
  return rows.rows.map(fromRow);
}

/** Locked, so that nobody is given the role while it is changed or taken away. */
export async function lockRole(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: RoleId,
): Promise<OwnRoleView | null> {
  const rows = await sql<RoleRow>`
    select r.id, r.name, r.permissions,
           (select count(*)::int from members m
             where m.workspace_id = r.workspace_id and m.role_id = r.id) as member_count
      from roles r
     where r.workspace_id = ${workspaceId} and r.id = ${id}
       for update`.execute(tx);
  const row = rows.rows[0];
  return row ? fromRow(row) : null;
}

/** Whether another role has this name already; large and small letters are the same. */
export async function isRoleName(
  tx: Tx,
  workspaceId: WorkspaceId,
  { name, except }: { readonly name: string; readonly except: RoleId | null },
): Promise<boolean> {
  const rows = await sql`
    select from roles
     where workspace_id = ${workspaceId} and lower(name) = lower(${name})
       and id is distinct from ${except}::uuid`.execute(tx);
  return rows.rows.length > 0;
}

export async function insertRole(
  tx: Tx,
  workspaceId: WorkspaceId,
  { id, name, permissions }: OwnRole,
  now: Date,
): Promise<void> {
  await sql`
    insert into roles (workspace_id, id, name, permissions, created_at)
    values (${workspaceId}, ${id}, ${name}, ${[...permissions]}::text[], ${now})`.execute(tx);
}

export async function updateRole(
  tx: Tx,
  workspaceId: WorkspaceId,
  { id, name, permissions }: OwnRole,
): Promise<void> {
  await sql`
    update roles set name = ${name}, permissions = ${[...permissions]}::text[]
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export async function deleteRole(tx: Tx, workspaceId: WorkspaceId, id: RoleId): Promise<void> {
  await sql`delete from roles where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** Who holds this role: their open pages have to learn of what it allows. */
export async function listHolders(tx: Tx, workspaceId: WorkspaceId, id: RoleId): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    select id from members where workspace_id = ${workspaceId} and role_id = ${id}`.execute(tx);
  return rows.rows.map((row) => row.id);
}
