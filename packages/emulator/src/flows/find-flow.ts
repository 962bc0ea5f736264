import type { Flow } from "../store/kinds/flows.ts";
import type { World } from "../world.ts";

/** The flow of an account by its id or by its name. */
export function findFlow(
  world: World,
  wabaId: string,
  wanted: { readonly id?: string | undefined; readonly name?: string | undefined },
): Flow | null {
  const { id, name } = wanted;
  if (id !== undefined) {
    const flow = world.kinds.flows.find(id);
    return flow?.wabaId === wabaId ? flow : null;
  }
  return flowsOf(world, wabaId).find((it) => it.name === name) ?? null;
}

/** The flows of an account, the oldest first. */
export function flowsOf(world: World, wabaId: string): readonly Flow[] {
  return world.kinds.flows
    .list()
    .filter((it) => it.wabaId === wabaId)
    .sort((a, b) => a.createdAt - b.createdAt || a.id.localeCompare(b.id));
}
