import { type InvitationId, type MemberId, type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import { type RoleHeld, roleIdOf } from "@galka/core/workspaces/member";
import { sql } from "kysely";
import type { Database, Tx } from "../../database.ts";
import { type RoleColumns, roleFromRow } from "../members.ts";

/** An invitation that nobody has accepted, and that was not taken back. */
export type Invitation = {
  readonly id: InvitationId;
  readonly email: string;
  readonly held: RoleHeld;
  readonly invitedBy: MemberId;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

type InvitationRow = RoleColumns & {
  id: string;
  email: string;
  invited_by: string;
  created_at: Date;
  expires_at: Date;
};

const OPEN = sql`
  select i.id, i.email, i.role, i.role_id, r.permissions, i.invited_by, i.created_at, i.expires_at
    from invitations i
    left join roles r on r.workspace_id = i.workspace_id and r.id = i.role_id
   where i.accepted_at is null and i.revoked_at is null`;

function fromRow(row: InvitationRow): Invitation {
  return {
    id: idOf(row.id),
    email: row.email,
    held: roleFromRow(row),
    invitedBy: idOf(row.invited_by),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}

/** The newest first; also those that are too old, so that they can be sent again. */
export async function listInvitations(tx: Tx, workspaceId: WorkspaceId): Promise<Invitation[]> {
  const rows = await sql<InvitationRow>`
    ${OPEN} and i.workspace_id = ${workspaceId} order by i.created_at desc, i.id`.execute(tx);
  return rows.rows.map(fromRow);
}

/** Where a link's token leads; null for one that was never given out. */
export async function findInvitationPlace(
  db: Database,
  tokenHash: Uint8Array,
): Promise<{ readonly workspaceId: WorkspaceId; readonly id: InvitationId } | null> {
  const rows = await sql<{ workspace_id: string; id: string }>`
    select workspace_id, id from invitation_of_token(${Buffer.from(tokenHash)})`.execute(db);
  const row = rows.rows[0];
  return row ? { workspaceId: idOf(row.workspace_id), id: idOf(row.id) } : null;
}

/** Locked, so that of two who accept at once one does. */
export async function lockInvitation(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: InvitationId,
): Promise<Invitation | null> {
  const rows = await sql<InvitationRow>`
    ${OPEN} and i.workspace_id = ${workspaceId} and i.id = ${id} for update of i`.execute(tx);
  const row = rows.rows[0];
  return row ? fromRow(row) : null;
}

export type InvitationToBe = Omit<Invitation, "createdAt"> & { readonly tokenHash: Uint8Array };

/** Writes an invitation; the one that is open for this address stops working. */
export async function replaceInvitation(
  tx: Tx,
  workspaceId: WorkspaceId,
  invitation: InvitationToBe,
  now: Date,
): Promise<void> {
  const { id, email, held, tokenHash, invitedBy, expiresAt } = invitation;
  await sql`
    update invitations set revoked_at = ${now}
     where workspace_id = ${workspaceId} and email = ${email}
       and accepted_at is null and revoked_at is null`.execute(tx);
  await sql`
    insert into invitations (workspace_id, id, email, role, role_id, token_hash, invited_by, created_at, expires_at)
    values (${workspaceId}, ${id}, ${email}, ${held.role}, ${roleIdOf(held)}, ${Buffer.from(tokenHash)},
            ${invitedBy}, ${now}, ${expiresAt})`.execute(tx);
}

export async function closeInvitation(
  tx: Tx,
  workspaceId: WorkspaceId,
  { id, as }: { readonly id: InvitationId; readonly as: "accepted" | "revoked" },
  now: Date,
): Promise<void> {
  const column = as === "accepted" ? sql`accepted_at` : sql`revoked_at`;
  await sql`
    update invitations set ${column} = ${now}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** Whether an account of this address is or was a member of the workspace. */
export async function isMembersEmail(
  tx: Tx,
  workspaceId: WorkspaceId,
  email: string,
): Promise<boolean> {
  const rows = await sql`
    select from members m join auth_users u on u.id = m.user_id
     where m.workspace_id = ${workspaceId} and u.email = ${email}`.execute(tx);
  return rows.rows.length > 0;
}
