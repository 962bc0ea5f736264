import { BUILT_IN_ROLES, type Permission } from "@galka/core/workspaces/permissions";
import { useMe } from "../../api/me.ts";

/** Whether the member looks after what the team shares. The server decides; this only shows. */
export function useMayShare(): boolean {
  const { member } = useMe();
  const allowed: readonly Permission[] = BUILT_IN_ROLES[member.role];
  return allowed.includes("library.manage");
}
