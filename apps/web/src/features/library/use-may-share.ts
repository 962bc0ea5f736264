import { useMe } from "../../api/me.ts";

/** Whether the member looks after what the team shares. The server decides; this only shows. */
export function useMayShare(): boolean {
  return useMe().permissions.includes("library.manage");
}
