import type { HoursPlace } from "../hours/hours-of.ts";
import { unreachable } from "../kernel/unreachable.ts";
import type { Facts } from "./facts.ts";
import type { Condition, FieldTest, Trigger } from "./rule.ts";

/** What of the world a condition asks for, beside the conversation itself. */
export type Surroundings = {
  /** Whether somebody's pattern finds something in a text; in linear time, whatever the pattern. */
  readonly matches: (pattern: string, text: string) => boolean;
  /** By the hours of the conversation's team, else its number's, else the office's. */
  readonly isOfficeOpen: (at: Date, place: HoursPlace) => boolean;
  readonly isSomeoneThere: (at: Date) => boolean;
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether this occurrence is what the trigger waits for. */
export function isTriggered(now: Date, trigger: Trigger, facts: Facts): boolean {
  const { occurrence, previousInboundAt, work } = facts;
  switch (trigger.kind) {
    case "message":
      return occurrence.kind === "message";
    case "greeting":
      if (occurrence.kind !== "message") return false;
      if (previousInboundAt === null) return true;
      return (
        trigger.afterDays !== null &&
        now.getTime() - previousInboundAt.getTime() >= trigger.afterDays * DAY_MS
      );
    case "member-silent":
    case "contact-silent":
      return (
        occurrence.kind === trigger.kind &&
        occurrence.afterMinutes === trigger.afterMinutes &&
        occurrence.stillSilent &&
        // Nobody waits in a conversation that is closed or put off.
        (work.state === "open" || work.state === "pending")
      );
    default:
      return unreachable(trigger);
  }
}

/** Whether the condition holds. One about a text does not hold where nothing was said. */
export function holds(
  now: Date,
  condition: Condition,
  facts: Facts,
  around: Surroundings,
): boolean {
  const { contact, work, occurrence } = facts;
  const text = occurrence.kind === "message" ? occurrence.text : "";
  switch (condition.kind) {
    case "channel":
      return condition.channelIds.includes(facts.channelId);
    case "text":
      return condition.phrases.some((phrase) => says(text, phrase, condition.how));
    case "pattern":
      return text !== "" && around.matches(condition.pattern, text);
    case "hours":
      return isOpen(now, facts, around) === (condition.during === "office-hours");
    case "team":
      return around.isSomeoneThere(now) === (condition.presence === "someone");
    case "field":
      return fieldHolds(contact.fields[condition.key] ?? "", condition.how, condition.value);
    case "country":
      return isAmong(contact.country, condition.codes) === (condition.how === "in");
    case "language":
      return isAmong(contact.language, condition.codes) === (condition.how === "in");
    case "labels":
      return (
        condition.labelIds.some((id) => work.labelIds.includes(id)) === (condition.how === "any")
      );
    case "assignee":
      if (condition.who === "nobody") return work.assigneeId === null;
      if (condition.who === "somebody") return work.assigneeId !== null;
      return work.assigneeId !== null && condition.memberIds.includes(work.assigneeId);
    case "state":
      return condition.states.includes(work.state);
    default:
      return unreachable(condition);
  }
}

function isOpen(now: Date, { channelId, work }: Facts, around: Surroundings): boolean {
  return around.isOfficeOpen(now, { channelId, teamId: work.teamId });
}

function isAmong(code: string | null, codes: readonly string[]): boolean {
  return code !== null && codes.some((it) => it.toLowerCase() === code.toLowerCase());
}

function fieldHolds(value: string, how: FieldTest, wanted: string): boolean {
  const have = plain(value);
  switch (how) {
    case "is":
      return have === plain(wanted);
    case "is-not":
      return have !== plain(wanted);
    case "contains":
      return have.includes(plain(wanted));
    case "is-empty":
      return have === "";
    case "is-filled":
      return have !== "";
    default:
      return unreachable(how);
  }
}

function says(text: string, phrase: string, how: "word" | "part" | "exact"): boolean {
  if (how === "word") return inWords(text).includes(inWords(phrase)) && inWords(phrase) !== "  ";
  const wanted = plain(phrase);
  if (wanted === "") return false;
  return how === "exact" ? plain(text) === wanted : plain(text).includes(wanted);
}

/** The words with one space around each, so that a phrase is found only where its words begin and end. */
function inWords(text: string): string {
  return ` ${plain(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ")} `;
}

/** As people compare: without regard to case, forms of the same letter, and ё. */
export function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll("ё", "е").replace(/\s+/gu, " ").trim();
}
