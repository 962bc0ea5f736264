import { findBubble } from "../store/bubbles.ts";
import { findPerson } from "../store/people.ts";
import type { World } from "../world.ts";
import { presentChat, presentMessage, presentPerson } from "./chat-view.ts";

/** Tells the phones page that a bubble appeared or changed. */
export function announceMessage(world: World, personId: string, wamid: string): void {
  world.events.emit(() => {
    const bubble = findBubble(world.db, personId, wamid);
    const chat = bubble === null ? null : presentChat(world, personId, bubble.chatId);
    if (bubble === null || chat === null) return null;
    return { type: "message", personId, chat, message: presentMessage(world, bubble) };
  });
}

/** Tells the phones page that a line of the chat list changed. */
export function announceChat(world: World, personId: string, chatId: string): void {
  world.events.emit(() => {
    const chat = presentChat(world, personId, chatId);
    return chat === null ? null : { type: "chat", personId, chat };
  });
}

export function announcePerson(world: World, personId: string): void {
  world.events.emit(() => {
    const person = findPerson(world.db, personId);
    if (person === null) return { type: "person-removed", personId };
    return { type: "person", personId, person: presentPerson(world, person) };
  });
}
