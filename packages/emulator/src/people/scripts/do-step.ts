import { lastBubbleWhere } from "../../store/bubbles.ts";
import type { Bubble } from "../../store/bubbles.ts";
import type { BusinessNumber } from "../../store/kinds.ts";
import type { Person } from "../../store/people.ts";
import { unreachable } from "../../unreachable.ts";
import type { BubbleContent } from "../../wire/control.ts";
import type { World } from "../../world.ts";
import { deleteMessage, editMessage, reactTo } from "../change-message.ts";
import { changePerson } from "../change-presence.ts";
import { reportBusiness, resumeMarketing, stopMarketing } from "../give-feedback.ts";
import { mediaContent } from "../media-content.ts";
import { diceFor } from "../population/dice.ts";
import { stockPhoto, stockVoice } from "../population/media/stock-media.ts";
import { numberOf } from "../reach-business.ts";
import { closeChat, openChat, readChat } from "../read-chat.ts";
import { findAction, tapAction } from "../tap-action.ts";
import { changeBlock, contentOf, writeMessage } from "../write-message.ts";
import { findMedia } from "../../store/media.ts";
import type { Deed, Step } from "./step.ts";

/** A step that cannot be done as things are; the message says why and what would help. */
export class ScriptProblem extends Error {
  override readonly name = "ScriptProblem";
}

type Scene = { readonly person: Person; readonly chatId: string; readonly step: Step };

/**
 * Does what a step says.
 *
 * @throws ScriptProblem when that is not possible.
 */
export function doStep(world: World, scene: Scene): void {
  const { person, chatId, step } = scene;
  if (step.do !== undefined) doDeed(world, scene, step.do);
  if (step.tap !== undefined) tap(world, scene, step.tap);
  if (step.react !== undefined) {
    const bubble = latest(world, scene, (it) => it.direction === "in");
    if (bubble === null) throw new ScriptProblem("There is no message to react to.");
    reactTo(world, person, bubble, step.react);
  }
  if (step.edit !== undefined) {
    const bubble = latest(world, scene, (it) => it.direction === "out");
    if (bubble?.content.kind !== "text") {
      throw new ScriptProblem("Only a text can be edited, and the person's last message is none.");
    }
    editMessage(world, person, bubble, step.edit);
  }
  if (step.send !== undefined) {
    const content = written(world, scene, step.send);
    writeMessage(world, person, chatId, { content, replyTo: null, forwarded: false });
  }
}

function doDeed(world: World, scene: Scene, deed: Deed): void {
  const { person, chatId } = scene;
  switch (deed) {
    case "read":
      return readChat(world, person, chatId);
    case "open":
      return openChat(world, person, chatId);
    case "close":
      return closeChat(world, person, chatId);
    case "online":
    case "offline":
      changePerson(world, person, { online: deed === "online" });
      return;
    case "block":
    case "unblock":
      return changeBlock(world, person, chatId, deed === "block");
    case "report":
      return reportBusiness(world, person, business(world, scene), null);
    case "stop-marketing":
      return stopMarketing(world, person, business(world, scene));
    case "resume-marketing":
      return resumeMarketing(world, person, business(world, scene));
    case "delete": {
      const bubble = latest(world, scene, (it) => it.direction === "out");
      if (bubble === null) throw new ScriptProblem("The person has written nothing to delete.");
      return deleteMessage(world, person, bubble);
    }
    default:
      return unreachable(deed);
  }
}

function business(world: World, { chatId }: Scene): BusinessNumber {
  const number = numberOf(world, chatId);
  if (number !== null) return number;
  throw new ScriptProblem("Only a business can be reported or asked for no more marketing.");
}

function tap(world: World, scene: Scene, title: string): void {
  const bubble = latest(world, scene, (it) => it.direction === "in" && it.content.kind === "card");
  if (bubble?.content.kind !== "card") {
    throw new ScriptProblem(`There is no message with anything to tap, so not with "${title}".`);
  }
  const card = bubble.content;
  const action = findAction(card, { title });
  if (action === null || !action.answers) {
    const all = [
      ...card.actions,
      ...(card.list?.sections.flatMap((it) => it.rows) ?? []),
      ...card.cards.flatMap((it) => it.actions),
    ];
    const there = all.filter((it) => it.answers).map((it) => `"${it.title}"`);
    throw new ScriptProblem(
      `The latest card has nothing to tap that says "${title}"; it has ${there.length === 0 ? "nothing" : there.join(", ")}.`,
    );
  }
  tapAction(world, scene.person, bubble, { card, action });
}

function written(world: World, { person }: Scene, send: NonNullable<Step["send"]>): BubbleContent {
  if (typeof send === "string") return { kind: "text", body: send, previewUrl: true };
  if ("made" in send) return made(world, person, send.made);
  const content = contentOf(world, send);
  if (content !== null) return content;
  throw new ScriptProblem("The mediaId is not known. POST the bytes to /_emulator/media first.");
}

function made(world: World, person: Person, kind: "photo" | "voice-note"): BubbleContent {
  const dice = diceFor(`${person.id}:${kind}`);
  const id = kind === "photo" ? stockPhoto(world, dice) : stockVoice(world, dice);
  const media = findMedia(world.db, id);
  if (media === null) throw new Error(`The stock media ${id} was not stored`);
  const rest = { caption: null, filename: null, voice: kind === "voice-note" };
  return mediaContent(media, kind === "photo" ? "image" : "audio", rest);
}

function latest(
  world: World,
  { person, chatId }: Scene,
  fits: (bubble: Bubble) => boolean,
): Bubble | null {
  return lastBubbleWhere(world.db, person.id, chatId, fits);
}
