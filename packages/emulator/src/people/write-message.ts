import { type Bubble, findBubble, insertBubble, saveBubble } from "../store/bubbles.ts";
import { chatState, saveChatState } from "../store/chats.ts";
import type { JsonObject } from "../json.ts";
import { saveReferral } from "../store/limits/entry-points.ts";
import { findMedia } from "../store/media.ts";
import type { Person } from "../store/people.ts";
import { unreachable } from "../unreachable.ts";
import type { BubbleContent, WriteContent } from "../wire/control.ts";
import type { World } from "../world.ts";
import { formContent, orderContent } from "./occasions/filled-in.ts";
import { personChat } from "../world/identity.ts";
import { wamid } from "../world/wamid.ts";
import { announceMessage } from "./announce.ts";
import { mediaContent } from "./media-content.ts";
import { changeTyping } from "./change-typing.ts";
import { readChat, writerOf } from "./read-chat.ts";
import { blockBusiness, unblockBusiness } from "./give-feedback.ts";
import { numberOf, reachBusiness } from "./reach-business.ts";

/** A message that a person writes: what the bubble shows and what it refers to. */
export type Draft = {
  readonly content: BubbleContent;
  readonly replyTo: string | null;
  readonly forwarded: boolean;
  readonly frequentlyForwarded?: boolean;
  /** The advertisement that led here, as a webhook names it. */
  readonly referral?: JsonObject | null;
};

/**
 * A person writes into a chat. Offline it waits on the phone and goes out when
 * that is back. Answers the bubble on the writer's phone.
 */
export function writeMessage(world: World, person: Person, chatId: string, draft: Draft): Bubble {
  const id = wamid(world.seed, world.counters.next("message"), "person", person.waId);
  return world.db.write(() => {
    insertBubble(world.db, {
      personId: person.id,
      chatId,
      wamid: id,
      direction: "out",
      sentAt: world.clock.now(),
      content: draft.content,
      replyTo: draft.replyTo,
      forwarded: draft.forwarded,
      ticks: person.online ? "sent" : "waiting",
    });
    if (draft.referral) saveReferral(world.db, id, draft.referral);
    readChat(world, person, chatId);
    const bubble = loadBubble(world, person, id);
    if (person.online) goOut(world, person, bubble, draft.frequentlyForwarded ?? false);
    else announceMessage(world, person.id, id);
    return loadBubble(world, person, id);
  });
}

/** The message leaves the phone. */
export function goOut(world: World, person: Person, bubble: Bubble, often = false): void {
  const now = world.clock.now();
  const sent: Bubble = { ...bubble, ticks: "sent", sentAt: now };
  saveBubble(world.db, sent);
  const peer = writerOf(world, bubble.chatId);
  if (peer !== null) reachPerson(world, person, peer, sent);
  else if (reachBusiness(world, person, sent, often)) {
    saveBubble(world.db, { ...sent, ticks: "delivered" });
  }
  announceMessage(world, person.id, bubble.wamid);
}

/** Shows the message on the other person's phone, if that is online and lets it through. */
export function reachPerson(world: World, writer: Person, reader: Person, sent: Bubble): void {
  const chatId = personChat(writer.id);
  const state = chatState(world.db, reader.id, chatId);
  if (state.blocked || !reader.online || !reader.onWhatsApp) return;
  changeTyping(world, reader.id, chatId, null);
  insertBubble(world.db, {
    personId: reader.id,
    chatId,
    wamid: sent.wamid,
    direction: "in",
    sentAt: sent.sentAt,
    content: sent.content,
    replyTo: sent.replyTo,
    forwarded: sent.forwarded,
    ticks: null,
  });
  saveBubble(world.db, { ...sent, ticks: "delivered" });
  announceMessage(world, reader.id, sent.wamid);
  if (state.open) readChat(world, reader, chatId);
}

/** The bubble that what a person wants to send becomes; `null` when its media is not there. */
export function contentOf(world: World, content: WriteContent): BubbleContent | null {
  switch (content.kind) {
    case "text":
      return { ...content, previewUrl: true };
    case "order":
      return orderContent(content);
    case "form":
      return formContent(content);
    case "image":
    case "video":
    case "audio":
    case "document":
    case "sticker": {
      const media = findMedia(world.db, content.mediaId);
      if (media === null) return null;
      return mediaContent(media, content.kind, {
        caption: content.caption ?? null,
        filename: content.filename ?? media.filename,
        voice: content.kind === "audio" && (content.voice ?? false),
      });
    }
    case "location":
      return { ...content, name: content.name ?? null, address: content.address ?? null };
    case "contacts":
    case "unsupported":
      return content;
    default:
      return unreachable(content);
  }
}

export function loadBubble(world: World, person: Person, id: string): Bubble {
  const bubble = findBubble(world.db, person.id, id);
  if (bubble === null) throw new Error(`The message ${id} is not on the phone of ${person.name}`);
  return bubble;
}

/** Blocks the peer, or lets them through again. A blocked business is told to Meta. */
export function changeBlock(world: World, person: Person, chatId: string, blocked: boolean): void {
  const number = numberOf(world, chatId);
  if (number !== null) {
    const change = blocked ? blockBusiness : unblockBusiness;
    change(world, person, number);
    return;
  }
  const state = chatState(world.db, person.id, chatId);
  saveChatState(world.db, person.id, chatId, { ...state, blocked });
}
