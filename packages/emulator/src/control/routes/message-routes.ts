import { z } from "zod";
import { deleteMessage, editMessage, reactTo } from "../../people/change-message.ts";
import { presentMessage } from "../../people/chat-view.ts";
import { playVoice } from "../../people/read-chat.ts";
import { findAction, openLink, tapAction } from "../../people/tap-action.ts";
import type { Bubble } from "../../store/bubbles.ts";
import type { Person } from "../../store/people.ts";
import { loadMessage, loadPerson } from "./load.ts";
import { type ControlCall, ControlRefusal, type ControlRoute } from "../route.ts";

const tapRequest = z.union([
  z.strictObject({ actionId: z.string() }),
  z.strictObject({ title: z.string() }),
]);
const reactionRequest = z.strictObject({ emoji: z.string().min(1).max(32).nullable() });
const editRequest = z.strictObject({ body: z.string().min(1).max(65_536) });

const MESSAGE = "/people/{person}/messages/{message}";

/** What a person does to one message. */
export const messageRoutes: readonly ControlRoute[] = [
  {
    method: "POST",
    path: `${MESSAGE}/tap`,
    summary:
      "The person taps a button or chooses a row; answers the message that this sends. A link sends none: it answers the card",
    body: tapRequest,
    answer: "ChatMessageJson",
    handle: tap,
  },
  {
    method: "POST",
    path: `${MESSAGE}/reaction`,
    summary: "The person reacts, or takes the reaction away",
    body: reactionRequest,
    answer: "ChatMessageJson",
    handle: (call) =>
      onMessage(call, (person, bubble) =>
        reactTo(call.world, person, bubble, reactionRequest.parse(call.body).emoji),
      ),
  },
  {
    method: "POST",
    path: `${MESSAGE}/play`,
    summary: "The person listens to a voice note",
    answer: "ChatMessageJson",
    handle: (call) =>
      onMessage(call, (person, bubble) => {
        call.world.db.write(() => playVoice(call.world, person, bubble.wamid));
      }),
  },
  {
    method: "PATCH",
    path: MESSAGE,
    summary: "The person corrects their own text",
    body: editRequest,
    answer: "ChatMessageJson",
    handle: edit,
  },
  {
    method: "DELETE",
    path: MESSAGE,
    summary: "The person deletes their own message for everyone",
    answer: "ChatMessageJson",
    handle: (call) =>
      onMessage(call, (person, bubble) => {
        requireOwn(bubble);
        deleteMessage(call.world, person, bubble);
      }),
  },
];

function onMessage(call: ControlCall, act: (person: Person, bubble: Bubble) => void) {
  const person = loadPerson(call);
  act(person, loadMessage(call, person));
  return presentMessage(call.world, loadMessage(call, person));
}

function tap(call: ControlCall) {
  const { world } = call;
  const person = loadPerson(call);
  const bubble = loadMessage(call, person);
  const card = bubble.content;
  const action = card.kind === "card" ? findAction(card, tapRequest.parse(call.body)) : null;
  if (action?.kind === "url") {
    return onMessage(call, () => openLink(world, person, bubble, action));
  }
  if (card.kind !== "card" || action === null || !action.answers) {
    throw new ControlRefusal(
      "bad-request",
      "The message has no such action, or one that sends nothing. Take an actionId with answers: true from its content, or that of a link.",
    );
  }
  return presentMessage(world, tapAction(world, person, bubble, { card, action }));
}

function edit(call: ControlCall) {
  const { body } = editRequest.parse(call.body);
  return onMessage(call, (person, bubble) => {
    requireOwn(bubble);
    if (bubble.content.kind !== "text") {
      throw new ControlRefusal(
        "bad-request",
        "Only a text can be edited. Delete the message instead.",
      );
    }
    editMessage(call.world, person, bubble, body);
  });
}

function requireOwn(bubble: Bubble): void {
  if (bubble.direction === "out") return;
  throw new ControlRefusal("bad-request", "Only the person's own messages can be changed.");
}
