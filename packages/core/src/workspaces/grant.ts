import { type Member, type RoleHeld, permissionsOf } from "./member.ts";
import { PERMISSIONS, type Permission } from "./permissions.ts";

/**
 * Whether `member` may give this role to somebody, or take it away.
 *
 * Nobody gives more than they have, or they would give it to a friend and get
 * it back. Owners are made and unmade by owners alone.
 */
export function mayGrant(member: Member, role: RoleHeld): boolean {
  if (role.role === "owner") return member.role === "owner";
  return holdsAll(member, permissionsOf(role));
}

/** Whether `member` has every one of these: what a role of the workspace's own may be made of by them. */
export function holdsAll(member: Member, permissions: readonly Permission[]): boolean {
  const own = permissionsOf(member);
  return permissions.every((permission) => own.includes(permission));
}

/** Without the one on the right, the one on the left is a door to a room without floor. */
const NEEDS: Partial<Record<Permission, readonly Permission[]>> = {
  "conversations.reply": ["conversations.read"],
  "conversations.organize": ["conversations.read"],
  "conversations.assign": ["conversations.read", "conversations.organize"],
  "contacts.edit": ["contacts.read"],
  "contacts.import": ["contacts.read", "contacts.edit"],
  "contacts.export": ["contacts.read"],
  "contacts.erase": ["contacts.read", "contacts.edit"],
  "contacts.phones": ["contacts.read"],
};

/** A set of permissions with what they need to be of any use, each once, in the usual order. */
export function completed(permissions: readonly Permission[]): Permission[] {
  const wanted = new Set(permissions.flatMap((it) => [it, ...(NEEDS[it] ?? [])]));
  return PERMISSIONS.filter((permission) => wanted.has(permission));
}
