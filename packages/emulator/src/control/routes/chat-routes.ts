import { z } from "zod";
import { announceChat } from "../../people/announce.ts";
import { changeTyping } from "../../people/change-typing.ts";
import { presentChat, presentChats, presentMessage } from "../../people/chat-view.ts";
import { referralFrom } from "../../people/occasions/click-ad.ts";
import { enterWindow } from "../../people/occasions/enter-window.ts";
import { mayReach, numberOf } from "../../people/reach-business.ts";
import { closeChat, openChat, readChat, writerOf } from "../../people/read-chat.ts";
import { writeContent } from "../../people/write-content.ts";
import { changeBlock, contentOf, writeMessage } from "../../people/write-message.ts";
import { findBubble, listBubbles } from "../../store/bubbles.ts";
import type { Person } from "../../store/people.ts";
import { personChat } from "../../world/identity.ts";
import { loadChatId, loadPerson } from "./load.ts";
import { referralRequest } from "./limits/referral-request.ts";
import { type ControlCall, ControlRefusal, type ControlRoute, whole } from "../route.ts";

const TYPING_MS = 10_000;
const PAGE_MAX = 500;

const writeRequest = z.strictObject({
  content: writeContent,
  replyTo: z.string().exactOptional(),
  forwarded: z.boolean().default(false),
  frequentlyForwarded: z.boolean().default(false),
  referral: referralRequest.exactOptional(),
});

const CHAT = "/people/{person}/chats/{chat}";

/** Chats as a phone shows them, and what a person does in one. */
export const chatRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/people/{person}/chats",
    summary: "The phone's chat list, the latest first",
    answer: "ListJson<ChatJson>",
    handle: (call) => ({ data: presentChats(call.world, loadPerson(call).id), next: null }),
  },
  {
    method: "GET",
    path: CHAT,
    summary: "One line of the chat list",
    answer: "ChatJson",
    handle: (call) => onChat(call, () => undefined),
  },
  {
    method: "GET",
    path: `${CHAT}/messages`,
    summary: "The bubbles of a chat, oldest first; `before` is the `next` of the page after",
    query: ["limit", "before"],
    answer: "ListJson<ChatMessageJson>",
    handle: listMessages,
  },
  {
    method: "POST",
    path: `${CHAT}/messages`,
    summary: "The person writes",
    body: writeRequest,
    answer: "ChatMessageJson",
    handle: write,
  },
  {
    method: "POST",
    path: `${CHAT}/open`,
    summary: "The person opens the chat: all of it is read, and what arrives from now on",
    answer: "ChatJson",
    handle: (call) => onChat(call, (person, chatId) => openChat(call.world, person, chatId)),
  },
  {
    method: "POST",
    path: `${CHAT}/close`,
    summary: "The person leaves the chat",
    answer: "ChatJson",
    handle: (call) => onChat(call, (person, chatId) => closeChat(call.world, person, chatId)),
  },
  {
    method: "POST",
    path: `${CHAT}/read`,
    summary: "The person reads all of the chat, wherever they are",
    answer: "ChatJson",
    handle: (call) => onChat(call, (person, chatId) => readChat(call.world, person, chatId)),
  },
  {
    method: "POST",
    path: `${CHAT}/call`,
    summary: "The person rings the business and nobody answers; it opens the service window",
    answer: "ChatJson",
    handle: (call) => onChat(call, (person, chatId) => ring(call, person, chatId)),
  },
  {
    method: "POST",
    path: `${CHAT}/typing`,
    summary: "The person types; only other people see it, a business is not told",
    answer: "OkJson",
    handle: type,
  },
  {
    method: "PUT",
    path: `${CHAT}/block`,
    summary: "The person blocks the peer",
    answer: "ChatJson",
    handle: (call) => onChat(call, (person, chatId) => block(call, person, chatId, true)),
  },
  {
    method: "DELETE",
    path: `${CHAT}/block`,
    summary: "The person unblocks the peer",
    answer: "ChatJson",
    handle: (call) => onChat(call, (person, chatId) => block(call, person, chatId, false)),
  },
];

function onChat(call: ControlCall, act: (person: Person, chatId: string) => void) {
  const person = loadPerson(call);
  const chatId = loadChatId(call, person);
  call.world.db.write(() => act(person, chatId));
  return presentChat(call.world, person.id, chatId);
}

function listMessages(call: ControlCall) {
  const { world } = call;
  const person = loadPerson(call);
  const limit = Math.min(whole(call, "limit", 50), PAGE_MAX);
  const before = whole(call, "before", 0);
  const page = { before: before === 0 ? null : before, limit };
  const bubbles = listBubbles(world.db, person.id, loadChatId(call, person), page);
  const first = bubbles[0];
  return {
    data: bubbles.map((bubble) => presentMessage(world, bubble)),
    next: first === undefined || bubbles.length < limit ? null : String(first.seq),
  };
}

function write(call: ControlCall) {
  const { world } = call;
  const person = loadPerson(call);
  const chatId = loadChatId(call, person);
  const request = writeRequest.parse(call.body);
  const bubbleContent = contentOf(world, request.content);
  if (bubbleContent === null) {
    throw new ControlRefusal(
      "bad-request",
      "The mediaId is not known. POST the bytes to /_emulator/media first.",
    );
  }
  const replyTo = request.replyTo ?? null;
  if (replyTo !== null && findBubble(world.db, person.id, replyTo) === null) {
    throw new ControlRefusal("bad-request", `replyTo "${replyTo}" is not on this person's phone.`);
  }
  const bubble = writeMessage(world, person, chatId, {
    content: bubbleContent,
    replyTo,
    forwarded: request.forwarded || request.frequentlyForwarded,
    frequentlyForwarded: request.frequentlyForwarded,
    referral: request.referral === undefined ? null : referralFrom(request.referral),
  });
  return presentMessage(world, bubble);
}

function type(call: ControlCall) {
  const { world } = call;
  const person = loadPerson(call);
  const peer = writerOf(world, loadChatId(call, person));
  if (peer !== null) {
    const until = world.clock.now() + TYPING_MS;
    world.db.write(() => changeTyping(world, peer.id, personChat(person.id), until));
  }
  return { ok: true };
}

function ring(call: ControlCall, person: Person, chatId: string): void {
  const number = numberOf(call.world, chatId);
  if (number === null) {
    throw new ControlRefusal(
      "bad-request",
      "Only a business is rung. Name the chat with a number.",
    );
  }
  if (mayReach(call.world, person, number)) enterWindow(call.world, person, number);
}

function block(call: ControlCall, person: Person, chatId: string, blocked: boolean): void {
  changeBlock(call.world, person, chatId, blocked);
  announceChat(call.world, person.id, chatId);
}
