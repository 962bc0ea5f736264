import type { MemberId, WorkspaceId } from "@galka/core/kernel/ids";
import { type RoleHeld, roleIdOf } from "@galka/core/workspaces/member";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { type MemberView, listMembers } from "../members.ts";

/** A member with what concerns their access. */
export type MemberDetail = MemberView & {
  readonly joinedAt: Date;
  readonly lastSeenAt: Date | null;
  readonly hasTwoFactor: boolean;
};

type AccessRow = {
  id: string;
  created_at: Date;
  last_seen_at: Date | null;
  two_factor_enabled: boolean;
};

export async function listMemberDetails(tx: Tx, workspaceId: WorkspaceId): Promise<MemberDetail[]> {
  const members = await listMembers(tx, workspaceId);
  const rows = await sql<AccessRow>`
    select m.id, m.created_at, u.two_factor_enabled,
           (select max(s.last_seen_at) from auth_sessions s where s.user_id = m.user_id) as last_seen_at
      from members m join auth_users u on u.id = m.user_id
     where m.workspace_id = ${workspaceId}`.execute(tx);
  const access = new Map(rows.rows.map((row) => [row.id, row]));
  return members.flatMap((member) => {
    const row = access.get(member.id);
    if (!row) return [];
    const { created_at, last_seen_at, two_factor_enabled } = row;
    return {
      ...member,
      joinedAt: created_at,
      lastSeenAt: last_seen_at,
      hasTwoFactor: two_factor_enabled,
    };
  });
}

/**
 * A member, with every owner of the workspace locked beside them.
 *
 * Who is locked is locked in one order, so that of two owners who demote each
 * other at the same moment the second sees that they are the last one.
 */
export async function lockMember(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: MemberId,
): Promise<{ readonly member: MemberView; readonly otherOwners: number } | null> {
  await sql`
    select from members
     where workspace_id = ${workspaceId} and (id = ${id} or role = 'owner')
     order by id for update`.execute(tx);
  const members = await listMembers(tx, workspaceId);
  const member = members.find((it) => it.id === id);
  if (!member) return null;
  const owners = members.filter((it) => it.role === "owner" && it.deactivatedAt === null);
  return { member, otherOwners: owners.filter((it) => it.id !== id).length };
}

export async function updateMemberRole(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: MemberId,
  held: RoleHeld,
): Promise<void> {
  await sql`
    update members set role = ${held.role}, role_id = ${roleIdOf(held)}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export async function setDeactivated(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: MemberId,
  at: Date | null,
): Promise<void> {
  await sql`
    update members set deactivated_at = ${at}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** Frees what is assigned to a member and not closed; answers which conversations those were. */
export async function freeConversations(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: MemberId,
): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    update conversations set assignee_id = null, assigned_at = null
     where workspace_id = ${workspaceId} and assignee_id = ${id} and status <> 'closed'
    returning id`.execute(tx);
  return rows.rows.map((row) => row.id);
}

/** Whose account a member is. */
export async function loadUserId(tx: Tx, workspaceId: WorkspaceId, id: MemberId): Promise<string> {
  const rows = await sql<{ user_id: string }>`
    select user_id from members where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  const row = rows.rows[0];
  if (!row) throw new Error(`Member ${id} is gone.`);
  return row.user_id;
}
