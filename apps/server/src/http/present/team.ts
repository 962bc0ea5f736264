import type {
  InvitationJson,
  MemberDetailJson,
  RoleChoiceJson,
  RoleJson,
  SessionJson,
  TeamJson,
} from "@galka/contract/json/team";
import { idOf } from "@galka/core/kernel/ids";
import { roleIdOf } from "@galka/core/workspaces/member";
import type { listTeamMembers } from "../../operations/members/list-members.ts";
import type { listInvitations } from "../../operations/members/invite-member.ts";
import type { RoleChoice } from "../../operations/roles/find-role.ts";
import type { listRoles } from "../../operations/roles/manage-roles.ts";
import type { Security } from "../../operations/security/own-security.ts";
import type { listTeams } from "../../operations/teams/manage-teams.ts";
import { presentMember } from "./channel.ts";

/** One of what an operation lists, where it does not refuse. */
type Each<List extends (...args: never[]) => unknown> = Extract<
  Awaited<ReturnType<List>>,
  readonly unknown[]
>[number];

export function presentMemberDetail(member: Each<typeof listTeamMembers>): MemberDetailJson {
  return {
    ...presentMember(member),
    joinedAt: member.joinedAt.toISOString(),
    lastSeenAt: member.lastSeenAt?.toISOString() ?? null,
    twoFactor: member.hasTwoFactor,
  };
}

export function presentInvitation(
  invitation: Each<typeof listInvitations>,
  now: Date,
): InvitationJson {
  const { id, email, held, invitedBy, createdAt, expiresAt } = invitation;
  return {
    id,
    email,
    role: held.role,
    roleId: roleIdOf(held),
    invitedBy,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    isExpired: expiresAt <= now,
  };
}

export function presentRole({
  id,
  name,
  permissions,
  memberCount,
}: Each<typeof listRoles>): RoleJson {
  return { id, name, permissions: [...permissions], memberCount };
}

export function presentTeam({ id, name, memberIds }: Each<typeof listTeams>): TeamJson {
  return { id, name, memberIds: [...memberIds] };
}

export function presentSession(
  session: Security["sessions"][number],
  ownId: string | null,
): SessionJson {
  const { id, userAgent, address, startedAt, lastSeenAt } = session;
  return {
    id,
    userAgent,
    address,
    startedAt: startedAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    isThis: id === ownId,
  };
}

/** The role that was asked for, in the core's words. */
export function roleChoiceOf(json: RoleChoiceJson): RoleChoice {
  if (json.role !== "custom") return { role: json.role };
  return { role: "custom", roleId: idOf(json.roleId) };
}
