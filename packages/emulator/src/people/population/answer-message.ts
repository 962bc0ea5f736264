import { findBubble } from "../../store/bubbles.ts";
import type { World } from "../../world.ts";
import { tapAction } from "../tap-action.ts";
import { writeMessage } from "../write-message.ts";
import { compose, place } from "./compose.ts";
import { pickWeighted } from "./dice.ts";
import type { Scene } from "./live-on.ts";
import { diceOf } from "./plan.ts";
import { say } from "./speak.ts";
import { asksForPlace, choicesOf } from "./what-it-offers.ts";

/** Taps one of the message's buttons or rows, by the weights of the habits; says whether there was one. */
export function tapSomething(world: World, { member, person, send, occasion }: Scene): boolean {
  const bubble = findBubble(world.db, person.id, send.wamid);
  if (bubble?.content.kind !== "card") return false;
  const { titles } = member.population.habits.messages[occasion.topic].tap;
  const choices = choicesOf(bubble.content);
  const weights = choices.map((it, index) => [String(index), titles[it.title] ?? 1] as const);
  const dice = diceOf(member, occasion, "tap");
  const picked = pickWeighted(dice, Object.fromEntries(weights));
  const action = picked === null ? undefined : choices[Number(picked)];
  if (action === undefined) return false;
  tapAction(world, person, bubble, { card: bubble.content, action });
  return true;
}

/** Writes back; who is asked for their place sends that. */
export function answerMessage(world: World, { member, person, send, occasion }: Scene): void {
  const { answer } = member.population.habits.messages[occasion.topic];
  const dice = diceOf(member, occasion, "answer");
  const asked = findBubble(world.db, person.id, send.wamid)?.content;
  const content =
    asked !== undefined && asksForPlace(asked)
      ? place(member, dice)
      : compose(world, member, dice, { ...answer, about: occasion.topic });
  const quotes = dice() < 0.1;
  writeMessage(world, person, occasion.chatId, {
    content,
    replyTo: quotes ? send.wamid : null,
    forwarded: false,
  });
}

/** Writes that they want no more of this. */
export function writeStopWord(world: World, { member, person, occasion }: Scene): void {
  const body = say(diceOf(member, occasion, "stop-word"), member.language, "stop");
  writeMessage(world, person, occasion.chatId, {
    content: { kind: "text", body, previewUrl: false },
    replyTo: null,
    forwarded: false,
  });
}
