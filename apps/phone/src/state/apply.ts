import type {
  ChatJson,
  EmulatorEvent,
  NumberJson,
  PersonJson,
  WorldJson,
} from "@galka/emulator/wire/control";
import { type Phones, threadKey } from "./model.ts";
import { settle } from "./pending.ts";
import { withMessage } from "./thread.ts";

/**
 * What the page knows after `event`.
 *
 * Agrees with a fresh fetch: an event carries the whole thing that changed, so
 * applying it twice or after a fetch that already had it changes nothing.
 */
export function applyEvent(phones: Phones, event: EmulatorEvent): Phones {
  switch (event.type) {
    case "hello":
      return { ...phones, link: "live", clock: event.clock };
    case "clock":
      return withNews({ ...phones, clock: event.clock });
    case "message":
      return withArrived(withChat(phones, event.chat), event);
    case "chat":
      return withChat(phones, event.chat);
    case "person":
      return withPerson(phones, event.person);
    case "person-removed":
      return withoutPerson(phones, event.personId);
    case "number":
      return withNews(withNumber(phones, event.number));
    case "settings":
      return withNews({ ...phones, settings: event.settings });
    case "template":
    case "reset":
      return withNews(phones);
    default:
      return ignored(phones, event);
  }
}

/** Whoever shows what is not kept here asks again. */
function withNews(phones: Phones): Phones {
  return { ...phones, news: phones.news + 1 };
}

/** What the page knows after the world was fetched; chats and threads are fetched by themselves. */
export function withWorld(phones: Phones, world: WorldJson): Phones {
  const { clock, settings, numbers, people } = world;
  return { ...phones, clock, settings, numbers, people };
}

/** The chats of one person as they were just fetched; a chat that is gone goes with its thread. */
export function withChats(phones: Phones, personId: string, chats: readonly ChatJson[]): Phones {
  const fetched = new Map(chats.map((chat) => [chat.id, chat]));
  const threads = new Map(phones.threads);
  for (const key of threads.keys()) {
    const [owner, chatId] = key.split("|");
    if (owner === personId && !fetched.has(chatId ?? "")) threads.delete(key);
  }
  return { ...phones, threads, chats: new Map(phones.chats).set(personId, fetched) };
}

function withArrived(
  phones: Phones,
  { personId, chat, message }: Extract<EmulatorEvent, { type: "message" }>,
): Phones {
  const key = threadKey(personId, chat.id);
  const thread = phones.threads.get(key);
  const isNew = !thread?.messages.some((it) => it.id === message.id);
  return {
    ...phones,
    pending: isNew ? settle(phones.pending, personId, message) : phones.pending,
    threads: thread
      ? new Map(phones.threads).set(
          key,
          withMessage(thread, message, chat.lastMessage?.id === message.id),
        )
      : phones.threads,
  };
}

/** A chat of someone whose chats were never fetched is left out: a list with holes would look whole. */
export function withChat(phones: Phones, chat: ChatJson): Phones {
  const known = phones.chats.get(chat.personId);
  if (!known) return phones;
  const chats = new Map(known).set(chat.id, chat);
  return { ...phones, chats: new Map(phones.chats).set(chat.personId, chats) };
}

function withPerson(phones: Phones, person: PersonJson): Phones {
  const known = phones.people.findIndex((it) => it.id === person.id);
  const people = known === -1 ? [...phones.people, person] : phones.people.with(known, person);
  return { ...phones, people, chats: mapChats(phones.chats, (chat) => withPeer(chat, person)) };
}

/** Who is at the other end lives inside the chat, so a change of theirs is put there too. */
function withPeer(chat: ChatJson, { id, name, online }: PersonJson): ChatJson {
  if (chat.peer.kind !== "person" || chat.peer.id !== id) return chat;
  return { ...chat, peer: { ...chat.peer, name, online } };
}

function withNumber(phones: Phones, number: NumberJson): Phones {
  const known = phones.numbers.findIndex((it) => it.id === number.id);
  const numbers = known === -1 ? [...phones.numbers, number] : phones.numbers.with(known, number);
  return { ...phones, numbers, chats: mapChats(phones.chats, (chat) => renamed(chat, number)) };
}

/** A business's card lives inside its chats, so a changed profile is put there too. */
function renamed(chat: ChatJson, number: NumberJson): ChatJson {
  if (chat.peer.kind !== "business" || chat.peer.id !== number.id) return chat;
  return {
    ...chat,
    peer: {
      ...chat.peer,
      name: number.verifiedName,
      official: number.officialBusinessAccount,
      profile: number.profile,
    },
  };
}

function mapChats(chats: Phones["chats"], change: (chat: ChatJson) => ChatJson): Phones["chats"] {
  return new Map(
    [...chats].map(([personId, of]) => [
      personId,
      new Map([...of].map(([id, chat]) => [id, change(chat)])),
    ]),
  );
}

function withoutPerson(phones: Phones, personId: string): Phones {
  const chats = new Map(phones.chats);
  chats.delete(personId);
  const threads = new Map([...phones.threads].filter(([key]) => !key.startsWith(`${personId}|`)));
  return {
    ...phones,
    chats,
    threads,
    people: phones.people.filter((it) => it.id !== personId),
    pending: phones.pending.filter((it) => it.personId !== personId),
  };
}

/** An event of a newer emulator changes nothing here; the type keeps the list above complete. */
function ignored(phones: Phones, _event: never): Phones {
  return phones;
}
