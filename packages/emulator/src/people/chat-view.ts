import { type Bubble, chatIdsOf, findBubble, lastBubble, unreadCount } from "../store/bubbles.ts";
import { blockedChats, chatState } from "../store/chats.ts";
import type { BusinessNumber } from "../store/kinds.ts";
import { findPerson, type Person } from "../store/people.ts";
import type {
  ChatJson,
  ChatMessageJson,
  PeerJson,
  PersonJson,
  ProfileJson,
  QuoteJson,
} from "../wire/control.ts";
import type { World } from "../world.ts";
import { businessChat } from "../world/identity.ts";

export function presentPerson(world: World, person: Person): PersonJson {
  return { ...person, blocked: blockedChats(world.db, person.id) };
}

/** Every business and everybody the person has chatted with, the latest first. */
export function presentChats(world: World, personId: string): readonly ChatJson[] {
  const businesses = world.kinds.numbers.list().map((number) => businessChat(number.id));
  const ids = new Set([...businesses, ...chatIdsOf(world.db, personId)]);
  const chats = [...ids].flatMap((id) => presentChat(world, personId, id) ?? []);
  return chats.sort((a, b) =>
    (b.lastMessage?.sentAt ?? "").localeCompare(a.lastMessage?.sentAt ?? ""),
  );
}

/** `null` when there is no such peer (any more). */
export function presentChat(world: World, personId: string, chatId: string): ChatJson | null {
  const peer = presentPeer(world, chatId);
  if (peer === null) return null;
  const state = chatState(world.db, personId, chatId);
  const last = lastBubble(world.db, personId, chatId);
  const typing = state.typingUntil !== null && state.typingUntil > world.clock.now();
  return {
    id: chatId,
    personId,
    peer,
    lastMessage: last === null ? null : presentMessage(world, last),
    unreadCount: unreadCount(world.db, personId, chatId),
    open: state.open,
    blocked: state.blocked,
    typingUntil: typing && state.typingUntil !== null ? iso(state.typingUntil) : null,
  };
}

function presentPeer(world: World, chatId: string): PeerJson | null {
  const id = chatId.slice(chatId.indexOf("-") + 1);
  if (chatId.startsWith("business-")) {
    const number = world.kinds.numbers.find(id);
    if (number === null) return null;
    return {
      kind: "business",
      id,
      name: number.verifiedName,
      phone: number.displayPhoneNumber,
      official: number.officialBusinessAccount,
      profile: presentProfile(number),
    };
  }
  const person = findPerson(world.db, id);
  if (person === null) return null;
  const { name, waId, online } = person;
  return { kind: "person", id: person.id, name, phone: `+${waId}`, online };
}

export function presentProfile(number: BusinessNumber): ProfileJson {
  const { pictureMediaId, ...profile } = number.profile;
  return {
    ...profile,
    pictureUrl: pictureMediaId === null ? null : `/_emulator/media/${pictureMediaId}`,
  };
}

export function presentMessage(world: World, bubble: Bubble): ChatMessageJson {
  return {
    id: bubble.wamid,
    chatId: bubble.chatId,
    personId: bubble.personId,
    direction: bubble.direction,
    sentAt: iso(bubble.sentAt),
    content: bubble.content,
    replyTo: presentQuote(world, bubble),
    forwarded: bubble.forwarded,
    reactions: [
      ...(bubble.myReaction === null ? [] : [{ by: "me" as const, emoji: bubble.myReaction }]),
      ...(bubble.peerReaction === null
        ? []
        : [{ by: "peer" as const, emoji: bubble.peerReaction }]),
    ],
    ticks: bubble.ticks,
    played: bubble.played,
    edited: bubble.edited,
    tappedActionId: bubble.tapped,
  };
}

function presentQuote(world: World, bubble: Bubble): QuoteJson | null {
  if (bubble.replyTo === null) return null;
  const quoted = findBubble(world.db, bubble.personId, bubble.replyTo);
  const by = quoted?.direction === "out" ? "me" : "peer";
  return { id: bubble.replyTo, by, content: quoted?.content ?? null };
}

export function iso(at: number): string {
  return new Date(at).toISOString();
}
