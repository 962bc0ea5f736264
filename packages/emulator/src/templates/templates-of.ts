import type { Template } from "../store/kinds.ts";
import type { World } from "../world.ts";

const GONE: readonly Template["status"][] = ["PENDING_DELETION", "DELETED"];

/** The templates of an account, the oldest first; deleted ones are left out. */
export function templatesOf(world: World, wabaId: string): readonly Template[] {
  return allTemplatesOf(world, wabaId).filter((it) => !GONE.includes(it.status));
}

/** Also those whose messages under way are still being delivered. */
export function allTemplatesOf(world: World, wabaId: string): readonly Template[] {
  return world.kinds.templates
    .list()
    .filter((it) => it.wabaId === wabaId && it.status !== "DELETED")
    .sort((a, b) => a.createdAt - b.createdAt || a.id.localeCompare(b.id));
}
