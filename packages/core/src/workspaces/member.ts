import type { MemberId, WorkspaceId } from "../kernel/ids.ts";
import { BUILT_IN_ROLES, type BuiltInRole, type Permission } from "./permissions.ts";

export type Role = BuiltInRole;

/** A person of the team, in one workspace. */
export type Member = {
  readonly workspaceId: WorkspaceId;
  readonly id: MemberId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
};

export function may(member: Member, permission: Permission): boolean {
  const allowed: readonly Permission[] = BUILT_IN_ROLES[member.role];
  return allowed.includes(permission);
}

/** Whether this member may connect, change and examine numbers, and decide about what could not be applied. */
export function mayAdministrate(member: Member): boolean {
  return may(member, "channels.manage");
}
