import { type Bubble, findBubble } from "../../store/bubbles.ts";
import { findPerson, type Person } from "../../store/people.ts";
import type { BusinessNumber, Waba } from "../../store/kinds.ts";
import { businessChat, personChat } from "../../world/identity.ts";
import { type ControlCall, ControlRefusal, notFound } from "../route.ts";

/** The account that the path names. */
export function loadWaba(call: ControlCall): Waba {
  return wabaNamed(call, call.path["waba"] ?? "");
}

/** The account with this id, wherever the call names it. */
export function wabaNamed(call: ControlCall, id: string): Waba {
  const waba = call.world.kinds.wabas.find(id);
  if (waba === null) throw notFound("account", id, "/_emulator/wabas");
  return waba;
}

/** The business's number that the path names. */
export function loadNumber(call: ControlCall): BusinessNumber {
  const id = call.path["number"] ?? "";
  const number = call.world.kinds.numbers.find(id);
  if (number === null) throw notFound("number", id, "/_emulator/numbers");
  return number;
}

/** The person that the path names. */
export function loadPerson(call: ControlCall): Person {
  const key = call.path["person"] ?? "";
  const person = findPerson(call.world.db, key);
  if (person === null) throw notFound("person", key, "/_emulator/people");
  return person;
}

/** The chat that the path names, in its full form. A bare id is understood too. */
export function loadChatId(call: ControlCall, person: Person): string {
  const key = call.path["chat"] ?? "";
  const { kinds, db } = call.world;
  const bare = key.replace(/^(business|person)-/, "");
  const number =
    kinds.numbers.find(bare) ??
    kinds.numbers.list().find((it) => it.waId === bare.replace(/^\+/, ""));
  if (number !== null && number !== undefined && !key.startsWith("person-"))
    return businessChat(number.id);
  const peer = key.startsWith("business-") ? null : findPerson(db, bare);
  if (peer === null) throw notFound("chat", key, `/_emulator/people/${person.id}/chats`);
  if (peer.id !== person.id) return personChat(peer.id);
  throw new ControlRefusal(
    "bad-request",
    "A person cannot chat with themselves. Choose another one.",
  );
}

/** The message that the path names, as it is on the person's phone. */
export function loadMessage(call: ControlCall, person: Person): Bubble {
  const id = call.path["message"] ?? "";
  const bubble = findBubble(call.world.db, person.id, id);
  if (bubble === null) {
    throw notFound("message", id, `/_emulator/people/${person.id}/chats/{chat}/messages`);
  }
  return bubble;
}
