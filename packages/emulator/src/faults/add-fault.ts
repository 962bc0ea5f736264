import type { Fault, FaultRule } from "../store/kinds/fault.ts";
import type { World } from "../world.ts";

/** Puts a rule in force, for as long as it says. */
export function addFault(world: World, rule: FaultRule): Fault {
  const id = `f${String(world.counters.next("fault")).padStart(6, "0")}`;
  const from = world.clock.now() + (rule.startsInMs ?? 0);
  const until = rule.forMs === undefined ? null : from + rule.forMs;
  return world.kinds.faults.put(id, { id, rule, fitCount: 0, strikeCount: 0, from, until });
}
