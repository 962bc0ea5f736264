import { noticeNumber } from "../businesses/notice-changes.ts";
import { presentNumber } from "../control/present.ts";
import type { BusinessNumber } from "../store/kinds.ts";
import type { World } from "../world.ts";

/** Stores a number and tells the phones page, which shows its card. */
export function saveNumber(world: World, number: BusinessNumber): BusinessNumber {
  const before = world.kinds.numbers.find(number.id);
  world.db.write(() => {
    world.kinds.numbers.put(number.id, number);
    noticeNumber(world, before, number);
  });
  world.events.emit(() => ({ type: "number", number: presentNumber(number) }));
  return number;
}
