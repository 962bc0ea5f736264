import { type JsonObject, objectAt, parseObject, textAt } from "../json.ts";
import { reportStatus } from "../sending/report-status.ts";
import { linkedMediaId } from "../sending/fetch-links.ts";
import { templateNamed } from "../sending/find-template.ts";
import { findBubble, insertBubble, saveBubble } from "../store/bubbles.ts";
import { chatState } from "../store/chats.ts";
import { insertDue } from "../store/due.ts";
import type { Template } from "../store/kinds.ts";
import { findMedia } from "../store/media.ts";
import type { Person } from "../store/people.ts";
import type { Send } from "../store/sends.ts";
import type { MediaContent } from "../wire/control.ts";
import type { World } from "../world.ts";
import { forecastOf, isImplied } from "../webhooks/weather.ts";
import { businessChat } from "../world/identity.ts";
import { renderSend } from "../world/render-send.ts";
import { changeTyping } from "./change-typing.ts";
import { announceMessage } from "./announce.ts";
import { mediaContent } from "./media-content.ts";
import { liveOn } from "./population/live-on.ts";
import { readChat } from "./read-chat.ts";
import { messageForScripts } from "./scripts/run-script.ts";

/** A business message reaches the phone: a bubble or a reaction, and what follows. */
export function arriveOnPhone(world: World, send: Send, person: Person): void {
  const body = parseObject(send.body);
  const chatId = businessChat(send.phoneNumberId);
  if (send.type === "reaction") {
    react(world, person, objectAt(body, "reaction") ?? {});
    return;
  }
  const template = send.type === "template" ? templateOf(world, send, body) : null;
  const content = renderSend(body, template, (kind, media) =>
    mediaOf(world, send, kind, media),
  ) ?? { kind: "unsupported", type: send.type };
  changeTyping(world, person.id, chatId, null);
  insertBubble(world.db, {
    personId: person.id,
    chatId,
    wamid: send.wamid,
    direction: "in",
    sentAt: send.acceptedAt,
    content,
    replyTo: textAt(objectAt(body, "context") ?? {}, "message_id") ?? null,
    forwarded: false,
    ticks: null,
  });
  if (!readImplies(world, send, person)) reportStatus(world, send.id, "delivered");
  announceMessage(world, person.id, send.wamid);
  if (chatState(world.db, person.id, chatId).open) readChat(world, person, chatId);
  else if (person.autoReadMs !== null) readLater(world, person, chatId, person.autoReadMs);
  else liveOn(world, person, send, content);
  messageForScripts(world, person.id, chatId);
}

/** Meta: `delivered` may be missing where the chat is open, docs/…/messages/status, read 2026-11. */
function readImplies(world: World, send: Send, person: Person): boolean {
  return (
    person.readReceipts &&
    chatState(world.db, person.id, businessChat(send.phoneNumberId)).open &&
    isImplied(forecastOf(world), send.id)
  );
}

function readLater(world: World, person: Person, chatId: string, delayMs: number): void {
  const at = world.clock.now() + delayMs;
  insertDue(world.db, { at, kind: "auto-read", subject: `${person.id} ${chatId}` });
  world.wake(at);
}

function react(world: World, person: Person, reaction: JsonObject): void {
  const bubble = findBubble(world.db, person.id, textAt(reaction, "message_id") ?? "");
  if (bubble === null) return;
  const emoji = textAt(reaction, "emoji") ?? "";
  saveBubble(world.db, { ...bubble, peerReaction: emoji === "" ? null : emoji });
  announceMessage(world, person.id, bubble.wamid);
}

function templateOf(world: World, send: Send, body: JsonObject): Template | null {
  const reference = objectAt(body, "template") ?? {};
  const language = textAt(objectAt(reference, "language") ?? {}, "code") ?? "";
  const number = world.kinds.numbers.find(send.phoneNumberId);
  return templateNamed(world, number?.wabaId ?? "", textAt(reference, "name") ?? "", language);
}

function mediaOf(
  world: World,
  send: Send,
  kind: MediaContent["kind"],
  media: JsonObject,
): MediaContent | null {
  const link = textAt(media, "link");
  const id = link === undefined ? textAt(media, "id") : linkedMediaId(send.wamid, link);
  const stored = id === undefined ? null : findMedia(world.db, id);
  if (stored === null) return null;
  return mediaContent(stored, kind, {
    caption: textAt(media, "caption") ?? null,
    filename: textAt(media, "filename") ?? stored.filename,
    voice: media["voice"] === true,
  });
}
