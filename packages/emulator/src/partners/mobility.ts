import { invalidParameter } from "../graph/error.ts";
import type { MobilityIntent } from "../store/kinds/partners.ts";
import { newId, type World } from "../world.ts";

/** The intent of the account that nobody has decided about yet. */
export function openMobility(world: World, wabaId: string): MobilityIntent | null {
  const open = world.kinds.mobilityIntents
    .list()
    .findLast((it) => it.wabaId === wabaId && isOpen(it));
  return open ?? null;
}

export function isOpen({ status }: MobilityIntent): boolean {
  return status === "PENDING" || status === "SCHEDULED";
}

/**
 * Wants an account that a provider holds on behalf of its business to move.
 * Asked for again, the same intent is answered.
 */
export function intendMobility(
  world: World,
  wabaId: string,
  given: Pick<MobilityIntent, "solutionId" | "status">,
): MobilityIntent {
  const known = openMobility(world, wabaId);
  if (known !== null && known.solutionId === given.solutionId) return known;
  const id = newId(world, "intent");
  const now = world.clock.now();
  const intent = { id, wabaId, ...given, createdAt: now, changedAt: now };
  return world.kinds.mobilityIntents.put(id, intent);
}

/** @throws GraphError 100 when there is no intent to decide about. */
export function settleMobility(
  world: World,
  wabaId: string,
  status: "COMPLETED" | "REJECTED",
): MobilityIntent {
  const open = openMobility(world, wabaId);
  if (open === null) {
    throw invalidParameter("OBO mobility intent cannot be created for solution in current state");
  }
  const changed = { ...open, status, changedAt: world.clock.now() };
  return world.kinds.mobilityIntents.put(open.id, changed);
}
