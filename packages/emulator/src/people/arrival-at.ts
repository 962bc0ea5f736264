import type { Person } from "../store/people.ts";
import type { World } from "../world.ts";
import { offlineUntil } from "./population/offline.ts";

/**
 * When a message that is sent at this moment reaches the person's phone; `null`
 * when that is switched off, and nobody knows until when.
 */
export function arrivalAt(world: World, person: Person): number | null {
  if (!person.online) return null;
  const now = world.clock.now();
  const member = world.members.find(person.id);
  const back = member === null ? null : offlineUntil(member, now);
  return (back ?? now) + world.settings().arrivalDelayMs;
}
