import type { RoleId, WorkspaceId } from "@galka/core/kernel/ids";
import type { RoleHeld } from "@galka/core/workspaces/member";
import type { BuiltInRole } from "@galka/core/workspaces/permissions";
import type { Tx } from "@galka/postgres/database";
import { lockRole } from "@galka/postgres/stores/team/roles";

/** Which role somebody shall have, as it was asked for. */
export type RoleChoice =
  | { readonly role: BuiltInRole }
  | { readonly role: "custom"; readonly roleId: RoleId };

/** The role with what it allows; null for one that this workspace does not have. It stays until the transaction ends. */
export async function findRole(
  tx: Tx,
  workspaceId: WorkspaceId,
  choice: RoleChoice,
): Promise<RoleHeld | null> {
  if (choice.role !== "custom") return { role: choice.role };
  const own = await lockRole(tx, workspaceId, choice.roleId);
  return own && { role: "custom", roleId: own.id, permissions: own.permissions };
}

/** A role as the audit tells it: by its name, because the role may be gone when it is read. */
export async function nameOfRole(
  tx: Tx,
  workspaceId: WorkspaceId,
  held: RoleHeld,
): Promise<string> {
  if (held.role !== "custom") return held.role;
  return (await lockRole(tx, workspaceId, held.roleId))?.name ?? "custom";
}
