import { reportStatus } from "../sending/report-status.ts";
import { findBubble, saveBubble, unreadBubbles } from "../store/bubbles.ts";
import { chatState, closeChats, saveChatState } from "../store/chats.ts";
import { findPerson, type Person } from "../store/people.ts";
import { findSendByWamid } from "../store/sends.ts";
import type { World } from "../world.ts";
import { personChat } from "../world/identity.ts";
import { announceChat, announceMessage } from "./announce.ts";
import { greet } from "./occasions/greet.ts";

/**
 * The person looks at the chat: all of it is read, and whoever wrote is told,
 * unless the person has switched read receipts off.
 */
export function readChat(world: World, person: Person, chatId: string): void {
  const unread = unreadBubbles(world.db, person.id, chatId);
  for (const bubble of unread) {
    saveBubble(world.db, { ...bubble, read: true });
    if (person.readReceipts) tellSender(world, person, bubble.wamid, "read");
  }
  if (unread.length > 0) announceChat(world, person.id, chatId);
}

/** The person listens to a voice note, which also reads it. */
export function playVoice(world: World, person: Person, wamid: string): void {
  const bubble = findBubble(world.db, person.id, wamid);
  if (bubble === null || bubble.direction !== "in" || bubble.played) return;
  readChat(world, person, bubble.chatId);
  saveBubble(world.db, { ...bubble, read: true, played: true });
  if (person.readReceipts) tellSender(world, person, wamid, "played");
  announceMessage(world, person.id, wamid);
}

export function openChat(world: World, person: Person, chatId: string): void {
  for (const other of closeChats(world.db, person.id)) {
    if (other !== chatId) announceChat(world, person.id, other);
  }
  greet(world, person, chatId);
  saveChatState(world.db, person.id, chatId, {
    ...chatState(world.db, person.id, chatId),
    open: true,
  });
  readChat(world, person, chatId);
  announceChat(world, person.id, chatId);
}

export function closeChat(world: World, person: Person, chatId: string): void {
  saveChatState(world.db, person.id, chatId, {
    ...chatState(world.db, person.id, chatId),
    open: false,
  });
  announceChat(world, person.id, chatId);
}

function tellSender(world: World, person: Person, wamid: string, status: "read" | "played"): void {
  const send = findSendByWamid(world.db, wamid);
  if (send !== null) {
    reportStatus(world, send.id, status);
    return;
  }
  const bubble = findBubble(world.db, person.id, wamid);
  const writer = bubble === null ? null : writerOf(world, bubble.chatId);
  const theirs = writer === null ? null : findBubble(world.db, writer.id, wamid);
  if (writer === null || theirs === null || theirs.ticks === "played") return;
  saveBubble(world.db, { ...theirs, ticks: status });
  announceMessage(world, writer.id, wamid);
}

/** The person at the other end, or `null` when that is a business. */
export function writerOf(world: World, chatId: string): Person | null {
  const prefix = personChat("");
  return chatId.startsWith(prefix) ? findPerson(world.db, chatId.slice(prefix.length)) : null;
}
