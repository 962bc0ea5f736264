import { presentNumber } from "../control/present.ts";
import type { BusinessNumber } from "../store/kinds.ts";
import type { World } from "../world.ts";

/** Stores a number and tells the phones page, which shows its card. */
export function saveNumber(world: World, number: BusinessNumber): BusinessNumber {
  world.kinds.numbers.put(number.id, number);
  world.events.emit(() => ({ type: "number", number: presentNumber(number) }));
  return number;
}
