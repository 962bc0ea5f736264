import { arrivalAt } from "../people/arrival-at.ts";
import { arriveOnPhone } from "../people/arrive-on-phone.ts";
import { type JsonObject, objectAt, parseObject, textAt } from "../json.ts";
import { findBubble } from "../store/bubbles.ts";
import { chatState } from "../store/chats.ts";
import { insertDue } from "../store/due.ts";
import { findPerson, findPersonByPhone, type Person } from "../store/people.ts";
import { findSend, type Send } from "../store/sends.ts";
import { lastInboundAt } from "../store/windows.ts";
import type { World } from "../world.ts";
import { businessChat } from "../world/identity.ts";
import { isWindowOpen } from "../world/service-window.ts";
import { fetchLinks, linksOf } from "./fetch-links.ts";
import { type Failure, reportStatus } from "./report-status.ts";

const REACTION_AGE_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * What Meta's servers do with an accepted send: find out what the answer could
 * not know, fetch links, hand it to the phone.
 */
export function transport(world: World, sendId: number): void {
  const send = findSend(world.db, sendId);
  if (send === null || send.status !== "accepted") return;
  const person = recipientOf(world, send);
  const failure = failureOf(world, send, person);
  if (failure !== null || person === null) {
    reportStatus(world, send.id, "failed", failure ?? UNDELIVERABLE);
    return;
  }
  const links = linksOf(parseObject(send.body));
  if (links.length === 0) handOver(world, send, person);
  else world.background(fetchThenHandOver(world, send, person, links));
}

function recipientOf(world: World, send: Send): Person | null {
  if (send.personId !== null) return findPerson(world.db, send.personId);
  return findPersonByPhone(world.db, send.recipient);
}

const UNDELIVERABLE: Failure = { code: 131026, details: "Message Undeliverable." };

function failureOf(world: World, send: Send, person: Person | null): Failure | null {
  if (person === null || !person.onWhatsApp) return UNDELIVERABLE;
  const chatId = businessChat(send.phoneNumberId);
  if (chatState(world.db, person.id, chatId).blocked) return UNDELIVERABLE;
  const number = world.kinds.numbers.find(send.phoneNumberId);
  const waba = number === null ? null : world.kinds.wabas.find(number.wabaId);
  if (send.type === "template") {
    if (waba?.paymentMethod !== false) return null;
    return {
      code: 131042,
      details:
        "Message failed to send because there were one or more errors related to your payment method.",
    };
  }
  const last = lastInboundAt(world.db, send.phoneNumberId, person.id);
  if (!isWindowOpen(world.clock.now(), last)) {
    return {
      code: 131047,
      details:
        "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
    };
  }
  return send.type === "reaction" ? reactionFailure(world, send, person) : null;
}

function reactionFailure(world: World, send: Send, person: Person): Failure | null {
  const target = targetOf(parseObject(send.body));
  const bubble = findBubble(world.db, person.id, target);
  const fresh = bubble !== null && world.clock.now() - bubble.sentAt <= REACTION_AGE_MS;
  if (fresh && bubble.content.kind !== "deleted") return null;
  return { code: 131009, details: "Parameter value is not valid: the message to react to." };
}

function targetOf(body: JsonObject): string {
  return textAt(objectAt(body, "reaction") ?? {}, "message_id") ?? "";
}

async function fetchThenHandOver(
  world: World,
  send: Send,
  person: Person,
  links: readonly string[],
): Promise<() => void> {
  const { failure, store } = await fetchLinks(world, send, links);
  return () =>
    world.db.write(() => {
      store();
      if (failure === null) handOver(world, send, person);
      else reportStatus(world, send.id, "failed", failure);
    });
}

function handOver(world: World, send: Send, person: Person): void {
  reportStatus(world, send.id, "sent");
  const at = arrivalAt(world, person);
  if (at === null) return;
  insertDue(world.db, { at, kind: "arrive", subject: String(send.id) });
  world.wake(at);
}

/** The send reaches the phone, if that is still online; otherwise it waits until it is. */
export function arrive(world: World, sendId: number): void {
  const send = findSend(world.db, sendId);
  if (send === null || send.status !== "sent") return;
  const person = recipientOf(world, send);
  if (person === null || !person.online) return;
  arriveOnPhone(world, send, person);
}
