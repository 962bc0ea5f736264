import type { World } from "../world.ts";
import { reviewName } from "./display-name.ts";
import { reviewBadge } from "./official-account.ts";

/** The reviewer decides about what `askReviewer` put aside. */
export function reviewNumber(world: World, subject: string): void {
  const [what, id = ""] = subject.split(":");
  const number = world.kinds.numbers.find(id);
  if (number === null) return;
  if (what === "name") reviewName(world, number);
  if (what === "official") reviewBadge(world, number);
}
