import { type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import { type Member, type Role, type RoleHeld, roleIdOf } from "@galka/core/workspaces/member";
import type { Permission } from "@galka/core/workspaces/permissions";
import { sql } from "kysely";
import type { Database, Tx } from "../database.ts";

export type MemberPreferences = {
  readonly locale?: "en" | "ru";
  readonly theme?: "system" | "light" | "dark";
  readonly notifications?: boolean;
};

export type WorkspaceView = {
  readonly id: string;
  readonly name: string;
  readonly isDemo: boolean;
};

/** `role_id` and `permissions` are null for a role of the house. */
export type RoleColumns = {
  role: Role;
  role_id: string | null;
  permissions: Permission[] | null;
};

type MemberRow = RoleColumns & { id: string; name: string; email: string };

/** A row of workspaces_of_user with the account's address. */
export type MemberOfUserRow = MemberRow & { workspace_id: string };

/**
 * The member that a signed-in person is, in the workspace that they joined first.
 *
 * Null for a person who is in no workspace, or was deactivated in it.
 */
export async function findMemberOfUser(db: Database, userId: string): Promise<Member | null> {
  const rows = await sql<MemberOfUserRow>`
    select m.workspace_id, m.member_id as id, m.member_name as name, m.role, m.role_id, m.permissions, u.email
      from workspaces_of_user(${userId}::uuid) m join auth_users u on u.id = ${userId}::uuid
     limit 1`.execute(db);
  const row = rows.rows[0];
  return row ? memberFromRow(row) : null;
}

export function memberFromRow(row: MemberOfUserRow): Member {
  return fromRow(idOf(row.workspace_id), row);
}

/** A member as colleagues see them: also those who may not come in any more. */
export type MemberView = Member & { readonly deactivatedAt: Date | null };

/** Everyone who is or was in the workspace, by name. */
export async function listMembers(tx: Tx, workspaceId: WorkspaceId): Promise<MemberView[]> {
  const rows = await sql<MemberRow & { deactivated_at: Date | null }>`
    select m.id, m.name, u.email, m.role, m.role_id, r.permissions, m.deactivated_at
      from members m
      join auth_users u on u.id = m.user_id
      left join roles r on r.workspace_id = m.workspace_id and r.id = m.role_id
     where m.workspace_id = ${workspaceId}
     order by lower(m.name), m.id`.execute(tx);
  return rows.rows.map((row) => ({
    ...fromRow(workspaceId, row),
    deactivatedAt: row.deactivated_at,
  }));
}

function fromRow(workspaceId: WorkspaceId, row: MemberRow): Member {
  const { id, name, email } = row;
  return { workspaceId, id: idOf(id), name, email, ...roleFromRow(row) };
}

export function roleFromRow({ role, role_id, permissions }: RoleColumns): RoleHeld {
  if (role !== "custom") return { role };
  if (role_id === null) throw new Error("A role of the workspace's own has no id.");
  return { role, roleId: idOf(role_id), permissions: permissions ?? [] };
}

export async function loadPreferences(tx: Tx, member: Member): Promise<MemberPreferences> {
  const rows = await sql<{ preferences: MemberPreferences }>`
    select preferences from members
     where workspace_id = ${member.workspaceId} and id = ${member.id}`.execute(tx);
  return rows.rows[0]?.preferences ?? {};
}

export type MemberChange = { readonly name?: string; readonly preferences?: MemberPreferences };

/** Preferences that are not named stay as they are. */
export async function updateMember(tx: Tx, member: Member, change: MemberChange): Promise<void> {
  await sql`
    update members
       set name = ${change.name ?? sql`name`},
           preferences = preferences || ${JSON.stringify(change.preferences ?? {})}::jsonb
     where workspace_id = ${member.workspaceId} and id = ${member.id}`.execute(tx);
}

export async function loadWorkspace(tx: Tx, workspaceId: WorkspaceId): Promise<WorkspaceView> {
  const rows = await sql<{ name: string; is_demo: boolean }>`
    select name, is_demo from workspaces where id = ${workspaceId}`.execute(tx);
  const row = rows.rows[0];
  if (!row) throw new Error(`Workspace ${workspaceId} is gone.`);
  return { id: workspaceId, name: row.name, isDemo: row.is_demo };
}

export type WorkspaceToBe = {
  readonly id: WorkspaceId;
  readonly name: string;
  readonly isDemo: boolean;
};

export async function insertWorkspace(tx: Tx, workspace: WorkspaceToBe, now: Date): Promise<void> {
  await sql`
    insert into workspaces (id, name, is_demo, created_at)
    values (${workspace.id}, ${workspace.name}, ${workspace.isDemo}, ${now})`.execute(tx);
}

/** Takes a workspace away with everything in it. */
export async function deleteWorkspace(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await sql`delete from workspaces where id = ${workspaceId}`.execute(tx);
}

export type MemberToBe = Pick<Member, "workspaceId" | "id" | "name"> &
  RoleHeld & { readonly userId: string };

export async function insertMember(tx: Tx, member: MemberToBe, now: Date): Promise<void> {
  await sql`
    insert into members (workspace_id, id, user_id, name, role, role_id, created_at)
    values (${member.workspaceId}, ${member.id}, ${member.userId}, ${member.name}, ${member.role},
            ${roleIdOf(member)}, ${now})
  `.execute(tx);
}

/** Whether somebody is a member now, and can be given something to look after. */
export async function isMember(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from members
     where workspace_id = ${workspaceId} and id = ${id} and deactivated_at is null`.execute(tx);
  return rows.length > 0;
}
