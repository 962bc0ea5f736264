import { parseObject } from "../../json.ts";
import { countArrived, findBubble, lastOutgoing } from "../../store/bubbles.ts";
import { chatState } from "../../store/chats.ts";
import { insertDue } from "../../store/due.ts";
import type { BusinessNumber } from "../../store/kinds.ts";
import { hasStoppedMarketing } from "../../store/limits/marketing.ts";
import { findPersonById, type Person } from "../../store/people.ts";
import { findSend, type Send } from "../../store/sends.ts";
import { lastInboundAt } from "../../store/windows.ts";
import { unreachable } from "../../unreachable.ts";
import type { BubbleContent } from "../../wire/control.ts";
import type { World } from "../../world.ts";
import { businessChat } from "../../world/identity.ts";
import { deleteMessage, reactTo } from "../change-message.ts";
import { blockBusiness, reportBusiness, stopMarketing } from "../give-feedback.ts";
import { readChat } from "../read-chat.ts";
import { answerMessage, tapSomething, writeStopWord } from "./answer-message.ts";
import { countFor } from "./counts.ts";
import { pickWeighted } from "./dice.ts";
import type { Member } from "./member.ts";
import { type Act, diceOf, type Occasion, plan, type Step } from "./plan.ts";
import { choicesOf, hasLink } from "./what-it-offers.ts";

const HOUR_MS = 3_600_000;

/** What a due row says about a step that waits. */
type Waiting = {
  readonly sendId: number;
  readonly nth: number;
  readonly arrivedAt: number;
  readonly engaged: boolean;
  readonly step: number;
};

/** A member's phone got a message: what they will do about it is decided, and the first of it waits. */
export function liveOn(world: World, person: Person, send: Send, content: BubbleContent): void {
  const member = world.members.find(person.id);
  if (member === null) return;
  const chatId = businessChat(send.phoneNumberId);
  const { here: nth, everywhere } = countArrived(world.db, person.id, chatId);
  if (everywhere === 1) countFor(world, member.population.id, "reached");
  const arrivedAt = world.clock.now();
  const last = lastInboundAt(world.db, send.phoneNumberId, person.id);
  const engaged = last !== null && arrivedAt - last < HOUR_MS;
  const waiting = { sendId: send.id, nth, arrivedAt, engaged, step: 0 };
  wait(world, waiting, plan(member, occasionOf(send, waiting, content)));
}

/** A member does the next thing about a message. `subject` is what `wait` wrote. */
export function takeStep(world: World, subject: string): void {
  const waiting = waitingFrom(subject);
  const send = waiting === null ? null : findSend(world.db, waiting.sendId);
  const member = world.members.find(send?.personId ?? "");
  if (waiting === null || send === null || member === null) return;
  const person = findPersonById(world.db, member.person.id) ?? member.person;
  const number = world.kinds.numbers.find(send.phoneNumberId);
  const content = findBubble(world.db, person.id, send.wamid)?.content ?? null;
  const occasion = occasionOf(send, waiting, content);
  const steps = plan(member, occasion);
  const step = steps[waiting.step];
  if (step === undefined || number === null) return;
  act(world, { member, person, send, number, occasion }, step.act);
  wait(world, { ...waiting, step: waiting.step + 1 }, steps);
}

/** Lets the next of the steps wait, if there is one. */
function wait(world: World, waiting: Waiting, steps: readonly Step[]): void {
  const step = steps[waiting.step];
  if (step === undefined) return;
  const at = Math.max(step.at, world.clock.now());
  insertDue(world.db, { at, kind: "habit", subject: JSON.stringify(waiting) });
  world.wake(at);
}

function occasionOf(send: Send, waiting: Waiting, content: BubbleContent | null): Occasion {
  const { category } = send;
  return {
    chatId: businessChat(send.phoneNumberId),
    nth: waiting.nth,
    arrivedAt: waiting.arrivedAt,
    engaged: waiting.engaged,
    topic:
      category === "marketing" || category === "utility" || category === "authentication"
        ? category
        : "service",
    choices: content !== null && choicesOf(content).length > 0,
    links: content !== null && hasLink(content),
  };
}

/** Somebody with a message before them. */
export type Scene = {
  readonly member: Member;
  readonly person: Person;
  readonly send: Send;
  readonly number: BusinessNumber;
  readonly occasion: Occasion;
};

/** Nobody does anything more about messages of a business that they have blocked. */
function act(world: World, scene: Scene, what: Act): void {
  const { member, person, number } = scene;
  if (chatState(world.db, person.id, scene.occasion.chatId).blocked) return;
  const count = (name: Parameters<typeof countFor>[2]) =>
    countFor(world, member.population.id, name);
  switch (what) {
    case "read":
      readChat(world, person, scene.occasion.chatId);
      return;
    case "link":
      count("linksOpened");
      return;
    case "tap":
      if (tapSomething(world, scene)) count("tapped");
      return;
    case "answer":
      answerMessage(world, scene);
      count("answered");
      return;
    case "take-back":
      if (takeBack(world, scene)) count("takenBack");
      return;
    case "react":
      if (react(world, scene)) count("reacted");
      return;
    case "stop-word":
      writeStopWord(world, scene);
      count("stopWords");
      return;
    case "opt-out":
      if (hasStoppedMarketing(world.db, number.id, person.id)) return;
      stopMarketing(world, person, number);
      count("optedOut");
      return;
    case "report":
      reportBusiness(world, person, number, "SPAM");
      count("reported");
      return;
    case "block":
      blockBusiness(world, person, number);
      count("blocked");
      return;
    default:
      unreachable(what);
  }
}

function takeBack(world: World, { person, occasion }: Scene): boolean {
  const bubble = lastOutgoing(world.db, person.id, occasion.chatId);
  if (bubble === null || bubble.content.kind === "deleted") return false;
  deleteMessage(world, person, bubble);
  return true;
}

function react(world: World, { member, person, send, occasion }: Scene): boolean {
  const bubble = findBubble(world.db, person.id, send.wamid);
  const habits = member.population.habits.messages[occasion.topic];
  const emoji = pickWeighted(diceOf(member, occasion, "react"), habits.react.emoji);
  if (bubble === null || emoji === null) return false;
  reactTo(world, person, bubble, emoji);
  return true;
}

function waitingFrom(subject: string): Waiting | null {
  const value = parseObject(subject);
  const { sendId, nth, arrivedAt, engaged, step } = value;
  const whole =
    typeof sendId === "number" &&
    typeof nth === "number" &&
    typeof arrivedAt === "number" &&
    typeof step === "number";
  return whole ? { sendId, nth, arrivedAt, step, engaged: engaged === true } : null;
}
