import { isHeldByAgent, tellStandby } from "../agents/business-agent.ts";
import type { JsonObject } from "../json.ts";
import type { Bubble } from "../store/bubbles.ts";
import { chatState } from "../store/chats.ts";
import type { BusinessNumber } from "../store/kinds.ts";
import { findMedia, insertMedia } from "../store/media.ts";
import type { Person } from "../store/people.ts";
import { isBlockedByBusiness } from "../store/windows.ts";
import { queueUpdate } from "../webhooks/queue-update.ts";
import { newId, type World } from "../world.ts";
import { businessChat, contactOf, identityKeyHash } from "../world/identity.ts";
import { type InboundMedia, messageFrom } from "../world/inbound-message.ts";
import { referralOf } from "./occasions/click-ad.ts";
import { enterWindow } from "./occasions/enter-window.ts";
import { mediaUrl } from "./media-url.ts";

// Meta: media of an inbound message can be fetched for 7 days, docs/…/webhooks/reference/messages,
// read 2026-11.
const INBOUND_MEDIA_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * A person's message reaches the business: opens the window and makes a webhook.
 *
 * Answers false when the business has blocked the person, or the other way
 * round: then the message stays at one tick.
 */
export function reachBusiness(
  world: World,
  person: Person,
  bubble: Bubble,
  often: boolean,
): boolean {
  const number = numberOf(world, bubble.chatId);
  if (number === null || !mayReach(world, person, number)) return false;
  enterWindow(world, person, number);
  const message = messageFrom(bubble, {
    businessPhone: number.waId,
    frequentlyForwarded: often,
    media: (id) => inboundMedia(world, number, id),
  });
  tellBusiness(world, person, number, {
    id: bubble.wamid,
    ...message,
    ...referralOf(world, person, number, bubble.wamid),
  });
  return true;
}

/** Whether anything from the person gets through to the number. */
export function mayReach(world: World, person: Person, number: BusinessNumber): boolean {
  return (
    !isBlockedByBusiness(world.db, number.id, person.waId) &&
    !chatState(world.db, person.id, businessChat(number.id)).blocked
  );
}

/** The business's number in a chat, or `null` when it is a chat with a person. */
export function numberOf(world: World, chatId: string): BusinessNumber | null {
  const prefix = businessChat("");
  return chatId.startsWith(prefix) ? world.kinds.numbers.find(chatId.slice(prefix.length)) : null;
}

/** Queues a webhook with one message from the person: in `standby` while Meta's agent has them. */
export function tellBusiness(
  world: World,
  person: Person,
  number: BusinessNumber,
  message: JsonObject,
): void {
  const timestamp = String(Math.floor(world.clock.now() / 1000));
  const from = person.phoneHidden ? {} : { from: person.waId };
  const value = {
    contacts: [contactWithKey(world, person, number)],
    messages: [{ ...from, from_user_id: person.bsuid, timestamp, ...message }],
  };
  if (isHeldByAgent(world, number.id, person.id)) return tellStandby(world, number, person, value);
  queueUpdate(world, {
    wabaId: number.wabaId,
    phoneNumberId: number.id,
    field: "messages",
    kind: "message",
    about: person.id,
    to: [person.waId, person.bsuid],
    value,
  });
}

/** A number that checks identities gets the key's hash with everything the person writes. */
function contactWithKey(world: World, person: Person, number: BusinessNumber): JsonObject {
  if (!number.identityKeyCheck) return contactOf(person);
  return { ...contactOf(person), identity_key_hash: identityKeyHash(world, person.id) };
}

/** The file gets an id of its own for the business, which only this number may use. */
function inboundMedia(world: World, number: BusinessNumber, mediaId: string): InboundMedia {
  const stored = findMedia(world.db, mediaId);
  if (stored === null) throw new Error(`The media ${mediaId} of a message is gone`);
  const media = insertMedia(world.db, {
    ...stored,
    id: newId(world, "media"),
    phoneNumberId: number.id,
    expiresAt: world.clock.now() + INBOUND_MEDIA_MS,
  });
  return {
    id: media.id,
    mimeType: media.mimeType,
    sha256: Buffer.from(media.sha256, "hex").toString("base64"),
    url: mediaUrl(world, media),
  };
}
