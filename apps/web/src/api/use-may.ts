import type { MeJson } from "@galka/contract/json/workspace";
import { useMe } from "./me.ts";

export type Permission = MeJson["permissions"][number];

/** Whether whoever is signed in may do something: what they may not is hidden, or says why. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}
