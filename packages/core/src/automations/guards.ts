import { plain } from "./conditions.ts";
import type { Facts, Line, Memory } from "./facts.ts";
import { type Rule, isSend } from "./rule.ts";

/**
 * Why a rule did not do what it would have done.
 *
 * `resting`: it fired in this conversation a short while ago. `send-budget` and
 * `fire-budget`: rules did as much in this conversation as they may in a while.
 * `storm`: the rule fired as often as it may in an hour in all conversations.
 * `answering-machine`: something on the other side answers by itself.
 * `late`: what set it off happened too long ago. `window-closed`: all that it
 * would do is write, and nothing but a template reaches the contact.
 */
export type Guard =
  | "resting"
  | "send-budget"
  | "fire-budget"
  | "storm"
  | "answering-machine"
  | "late"
  | "window-closed";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * The bound of all rules together, however many there are and whatever comes in.
 *
 * In one conversation they write at most 5 messages in any hour and 20 in any
 * day, and fire at most 30 times in any hour. Every rule fires at most once for
 * one occurrence, and at most `mostPerHour` times in an hour over all
 * conversations; there are at most 100 rules.
 */
export const BUDGET = { sendsPerHour: 5, sendsPerDay: 20, firingsPerHour: 30 } as const;

/** What happened longer ago than this is not reacted to any more. */
export const LATEST_MS = HOUR_MS;

/** The first guard that keeps `rule` from firing; null when none does. `sending` is how many messages it would write. */
export function guardOf(now: Date, rule: Rule, facts: Facts, sending: number): Guard | null {
  const { memory, occurrence } = facts;
  if (now.getTime() - occurrence.at.getTime() > lifetimeOf(facts)) return "late";
  const last = memory.lastFiredAt.get(rule.id);
  if (last && now.getTime() - last.getTime() < rule.restMinutes * MINUTE_MS) return "resting";
  if ((memory.firedInHour.get(rule.id) ?? 0) >= rule.mostPerHour) return "storm";
  if (countSince(memory.firedAt, now, HOUR_MS) >= BUDGET.firingsPerHour) return "fire-budget";
  if (sending === 0) return null;
  if (
    countSince(memory.sentAt, now, HOUR_MS) + sending > BUDGET.sendsPerHour ||
    countSince(memory.sentAt, now, DAY_MS) + sending > BUDGET.sendsPerDay
  ) {
    return "send-budget";
  }
  return isMachine(facts) ? "answering-machine" : null;
}

/** A silence is told when it has lasted; from then on it is as old as a message that just came. */
function lifetimeOf({ occurrence }: Facts): number {
  return LATEST_MS + (occurrence.kind === "message" ? 0 : occurrence.afterMinutes * MINUTE_MS);
}

function countSince(times: readonly Date[], now: Date, spanMs: number): number {
  return times.filter((at) => now.getTime() - at.getTime() < spanMs).length;
}

const AT_ONCE_MS = 3_000;
const AT_ONCE_SPAN_MS = 10 * MINUTE_MS;
const AT_ONCE_TIMES = 2;
const SAME_TEXT_TIMES = 3;

/**
 * Whether a machine seems to answer on the other side.
 *
 * Two signs. Twice in ten minutes an answer came within three seconds after a
 * rule had written: nobody reads and types so fast. Or the very same text came
 * three times before in a day, each time after a rule had written. A person in
 * a hurry may give the first sign too; being left unanswered by a rule for ten
 * minutes does them no harm, since the team sees their messages as always.
 */
export function isMachine({ occurrence, memory }: Facts): boolean {
  if (occurrence.kind !== "message") return false;
  const said: Line = { from: "contact", text: occurrence.text, at: occurrence.at };
  const lines = [...memory.lines, said];
  return answersAtOnce(lines, occurrence.at) || repeatsItself(lines, said);
}

function answersAtOnce(lines: readonly Line[], at: Date): boolean {
  const ours = lines.filter(({ from }) => from === "rule");
  const fast = lines.filter(
    (line) =>
      line.from === "contact" &&
      at.getTime() - line.at.getTime() < AT_ONCE_SPAN_MS &&
      ours.some((own) => isRightAfter(line.at, own.at)),
  );
  return fast.length > AT_ONCE_TIMES;
}

/** WhatsApp tells whole seconds, so an answer may seem to come up to a second before what it answers. */
function isRightAfter(answer: Date, own: Date): boolean {
  const gapMs = answer.getTime() - own.getTime();
  return gapMs > -1_000 && gapMs <= AT_ONCE_MS;
}

function repeatsItself(lines: readonly Line[], said: Line): boolean {
  const text = plain(said.text);
  if (text === "") return false;
  let times = 0;
  let wrote = false;
  for (const line of lines.slice(0, -1)) {
    if (line.from === "rule") wrote = true;
    else if (line.from === "contact" && wrote && plain(line.text) === text) {
      times += 1;
      wrote = false;
    }
  }
  return wrote && times >= SAME_TEXT_TIMES - 1;
}

/** How many messages a rule would write at most. */
export function sendsOf(actions: Rule["actions"]): number {
  return actions.filter(isSend).length;
}

/** What is remembered when a rule has fired at `now`, having written `texts`. */
export function remember(
  now: Date,
  memory: Memory,
  { ruleId, texts }: { readonly ruleId: string; readonly texts: readonly string[] },
): Memory {
  return {
    lines: [...memory.lines, ...texts.map((text) => ({ from: "rule", text, at: now }) as const)],
    sentAt: [...memory.sentAt, ...texts.map(() => now)],
    firedAt: [...memory.firedAt, now],
    lastFiredAt: new Map([...memory.lastFiredAt, [ruleId, now]]),
    firedInHour: new Map([
      ...memory.firedInHour,
      [ruleId, (memory.firedInHour.get(ruleId) ?? 0) + 1],
    ]),
  };
}
