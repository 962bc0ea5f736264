import { findPerson } from "../store/people.ts";
import type { World } from "../world.ts";
import { readChat } from "./read-chat.ts";

/** Somebody who reads by themselves looks at a chat. `subject` is person and chat. */
export function autoRead(world: World, subject: string): void {
  const [personId, chatId] = subject.split(" ", 2);
  const person = findPerson(world.db, personId ?? "");
  if (person !== null && person.online && chatId !== undefined) readChat(world, person, chatId);
}
