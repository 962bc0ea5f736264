import type { MessageHabits } from "../../store/kinds/population.ts";
import { type Dice, diceFor, pickDelay } from "./dice.ts";
import { localHour } from "./local-time.ts";
import type { Member } from "./member.ts";
import type { Topic } from "./speak.ts";

/** What somebody does about a message. */
export type Act =
  | "read"
  | "link"
  | "tap"
  | "answer"
  | "take-back"
  | "react"
  | "stop-word"
  | "opt-out"
  | "report"
  | "block";

export type Step = { readonly at: number; readonly act: Act };

/** A message on a member's phone, as far as it decides what they do. */
export type Occasion = {
  /** The chat, and how many messages it had with this one. */
  readonly chatId: string;
  readonly nth: number;
  readonly arrivedAt: number;
  readonly topic: Topic;
  /** In a conversation nobody sleeps. */
  readonly engaged: boolean;
  /** Whether the message has buttons or rows that answer, and links. */
  readonly choices: boolean;
  readonly links: boolean;
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/**
 * Everything that the member will do about the message, in order of time.
 *
 * It follows from the population's seed, the member and the occasion alone, so
 * only the next step has to wait as a row: whoever runs it plans again and
 * finds the one after. Every habit rolls whether or not it can strike, so that
 * one that is changed does not change the others.
 *
 * Whether and when it is read is one decision for all that arrive in the chat
 * within a minute. A chat is read as a whole: were each message decided by
 * itself, those that are read because of a neighbor would have nothing done
 * about them, and every share would come out too low.
 */
export function plan(member: Member, occasion: Occasion): readonly Step[] {
  const habits = member.population.habits.messages[occasion.topic];
  const dice = diceOf(member, occasion, "plan");
  const look = lookOf(member, occasion);
  const reads = look() < habits.read.share;
  const readAt = occasion.arrivedAt + pickDelay(look, habits.read.after);
  const chosen = chooseAnswer(dice, habits, occasion);
  const pause = pickDelay(dice, chosen === "tap" ? habits.tap.after : habits.answer.after);
  const others = lesserActs(dice, habits, occasion);
  const takesBack = dice() < habits.answer.takenBack;
  const morning = look() * 50 * MINUTE;
  if (!reads) return [];
  const awakeAt = mayBeAsleep(occasion) ? whenAwake(member, readAt, morning) : readAt;
  const answerAt = awakeAt + Math.max(SECOND, pause);
  const steps: Step[] = [{ at: awakeAt, act: "read" }];
  if (chosen !== null) steps.push({ at: answerAt, act: chosen });
  if (chosen === "answer" && takesBack)
    steps.push({ at: answerAt + 20 * SECOND, act: "take-back" });
  // Who answers and then has enough does it in that order: a block would swallow the answer.
  const doneAt = chosen === null ? awakeAt : answerAt + 20 * SECOND;
  others.forEach((act, index) => steps.push({ at: doneAt + (index + 1) * 4 * SECOND, act }));
  return steps;
}

/** The dice for what is written or chosen in a step. */
export function diceOf(
  member: Member,
  occasion: Pick<Occasion, "chatId" | "nth">,
  what: string,
): Dice {
  const { population, position } = member;
  return diceFor(`${population.seed}:${position}:${occasion.chatId}:${occasion.nth}:${what}`);
}

/** The dice for looking at the chat: the same for all that arrives in it within a minute. */
function lookOf({ population, position }: Member, { chatId, arrivedAt }: Occasion): Dice {
  const minute = Math.floor(arrivedAt / MINUTE);
  return diceFor(`${population.seed}:${position}:${chatId}:look:${minute}`);
}

/** The instant at or after `at` at which the member looks at the phone. */
export function whenAwake(member: Member, at: number, morningMs: number): number {
  const { from, until } = member.awake;
  const hour = localHour(member.zone, at);
  const awake = from <= until ? hour >= from && hour < until : hour >= from || hour < until;
  if (awake) return at;
  const hours = (from - hour + 24) % 24;
  return at + Math.round(hours * 60 * MINUTE + morningMs);
}

function mayBeAsleep({ engaged, topic }: Occasion): boolean {
  return !engaged && topic !== "authentication";
}

/** Somebody taps or writes, not both. */
function chooseAnswer(
  dice: Dice,
  habits: MessageHabits,
  { topic, nth, choices }: Occasion,
): "tap" | "answer" | null {
  const roll = dice();
  const tap = choices ? habits.tap.share : 0;
  const tired = topic === "service" ? habits.answer.again ** (nth - 1) : 1;
  if (roll < tap) return "tap";
  return roll < tap + (1 - tap) * habits.answer.share * tired ? "answer" : null;
}

function lesserActs(dice: Dice, habits: MessageHabits, { links }: Occasion): readonly Act[] {
  const shares: readonly (readonly [Act, number])[] = [
    ["link", links ? habits.link.share : 0],
    ["react", habits.react.share],
    ["stop-word", habits.stopWord.share],
    ["opt-out", habits.optOut.share],
    ["report", habits.report.share],
    ["block", habits.block.share],
  ];
  return shares.filter(([, share]) => dice() < share).map(([act]) => act);
}
