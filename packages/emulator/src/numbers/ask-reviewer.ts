import { insertDue } from "../store/due.ts";
import type { World } from "../world.ts";

/** Has the reviewer look at a number's name or badge some time later. */
export function askReviewer(world: World, what: "name" | "official", phoneNumberId: string): void {
  const { reviewer, reviewDelayMs } = world.settings();
  if (!reviewer) return;
  const at = world.clock.now() + reviewDelayMs;
  const subject = `${what}:${phoneNumberId}`;
  world.db.write(() => insertDue(world.db, { at, kind: "number-review", subject }));
  world.wake(at);
}
