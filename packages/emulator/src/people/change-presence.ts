import { arrive } from "../sending/transport.ts";
import { unreachedBubbles, waitingBubbles } from "../store/bubbles.ts";
import { findPerson, type Person, savePerson } from "../store/people.ts";
import { sendsWaitingFor } from "../store/sends.ts";
import type { PersonPatch } from "../wire/control.ts";
import type { World } from "../world.ts";
import { announcePerson } from "./announce.ts";
import { goOut, reachPerson } from "./write-message.ts";
import { personChat } from "../world/identity.ts";

/**
 * Changes what is known of a person. Who comes online gets what waited for
 * them, then sends what they wrote meanwhile.
 */
export function changePerson(world: World, person: Person, patch: PersonPatch): Person {
  return world.db.write(() => {
    const changed = savePerson(world.db, { ...person, ...patch });
    if (changed.online && !person.online) comeOnline(world, changed);
    announcePerson(world, changed.id);
    return changed;
  });
}

function comeOnline(world: World, person: Person): void {
  for (const sendId of sendsWaitingFor(world.db, person.id)) arrive(world, sendId);
  for (const bubble of unreachedBubbles(world.db, personChat(person.id))) {
    const writer = findPerson(world.db, bubble.personId);
    if (writer !== null) reachPerson(world, writer, person, bubble);
  }
  for (const bubble of waitingBubbles(world.db, person.id)) goOut(world, person, bubble);
}
