import type { MemberId, RoleId, WorkspaceId } from "../kernel/ids.ts";
import { BUILT_IN_ROLES, type BuiltInRole, type Permission } from "./permissions.ts";

/** One of the roles that every workspace has, or one that the workspace made itself. */
export type Role = BuiltInRole | "custom";

/** What a member may do: by a role of the house, or by a set of the workspace's own. */
export type RoleHeld =
  | { readonly role: BuiltInRole }
  | {
      readonly role: "custom";
      readonly roleId: RoleId;
      readonly permissions: readonly Permission[];
    };

/** A person of the team, in one workspace. */
export type Member = {
  readonly workspaceId: WorkspaceId;
  readonly id: MemberId;
  readonly name: string;
  readonly email: string;
} & RoleHeld;

/** Everything that somebody with this role is allowed to do. */
export function permissionsOf(held: RoleHeld): readonly Permission[] {
  return held.role === "custom" ? held.permissions : BUILT_IN_ROLES[held.role];
}

/** The id of a workspace's own role; null for one of the house. */
export function roleIdOf(held: RoleHeld): RoleId | null {
  return held.role === "custom" ? held.roleId : null;
}

export function may(member: RoleHeld, permission: Permission): boolean {
  return permissionsOf(member).includes(permission);
}

/** Whether one of several permissions is enough, and this member has it. */
export function mayAny(member: RoleHeld, permissions: readonly Permission[]): boolean {
  return permissions.some((permission) => may(member, permission));
}

/** Whether this member may connect, change and examine numbers, and decide about what could not be applied. */
export function mayAdministrate(member: RoleHeld): boolean {
  return may(member, "channels.manage");
}

/** Whether conversations can be given to this member: they still come in, and they may answer. */
export function mayHoldConversations(member: RoleHeld, isActive: boolean): boolean {
  return isActive && may(member, "conversations.reply");
}
