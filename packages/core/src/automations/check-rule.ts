import { unreachable } from "../kernel/unreachable.ts";
import { type Action, type Condition, MOST, type Rule } from "./rule.ts";
import { unknownWords } from "./words.ts";

/** What is wrong with a rule, and where: the editor puts it beside the part. */
export type RuleProblem = {
  readonly at: "name" | "trigger" | "conditions" | "actions" | "limits";
  /** The place in the list of conditions or actions. */
  readonly index: number | null;
  readonly problem:
    | "name-missing"
    | "silence-too-short"
    | "nothing-chosen"
    | "phrase-empty"
    | "too-much"
    | "pattern-unusable"
    | "text-empty"
    | "text-too-long"
    | "unknown-word"
    | "address-unusable"
    | "no-action"
    | "same-action-twice"
    | "not-for-silence";
};

type Place = Pick<RuleProblem, "at" | "index">;

/** The shortest silence that one can wait for, and the longest rest. */
const SHORTEST_MINUTES = 1;

/**
 * Everything that is wrong with a rule by itself. That a pattern can be matched
 * in linear time and that an address may be called is for the caller to say.
 */
export function problemsOf(
  rule: Omit<Rule, "id">,
  isUsablePattern: (it: string) => boolean,
): RuleProblem[] {
  const found: RuleProblem[] = [];
  const add = (place: Place, problem: RuleProblem["problem"]) => found.push({ ...place, problem });
  const { trigger } = rule;

  if (rule.name.trim() === "") add({ at: "name", index: null }, "name-missing");
  if ("afterMinutes" in trigger && !isBetween(trigger.afterMinutes, MOST.silenceMinutes)) {
    add({ at: "trigger", index: null }, "silence-too-short");
  }
  if (trigger.kind === "greeting" && trigger.afterDays !== null && trigger.afterDays < 1) {
    add({ at: "trigger", index: null }, "silence-too-short");
  }
  if (rule.conditions.length > MOST.conditions) add({ at: "conditions", index: null }, "too-much");
  rule.conditions.forEach((condition, index) => {
    const problem =
      "afterMinutes" in trigger && isAboutText(condition)
        ? "not-for-silence"
        : conditionProblem(condition, isUsablePattern);
    if (problem) add({ at: "conditions", index }, problem);
  });
  if (rule.actions.length === 0) add({ at: "actions", index: null }, "no-action");
  if (rule.actions.length > MOST.actions) add({ at: "actions", index: null }, "too-much");
  rule.actions.forEach((action, index) => {
    const isDouble = rule.actions.slice(0, index).some((it) => isSame(it, action));
    const problem = isDouble ? "same-action-twice" : actionProblem(action);
    if (problem) add({ at: "actions", index }, problem);
  });
  if (rule.mostPerHour < 1 || rule.mostPerHour > MOST.perHour || rule.restMinutes < 0) {
    add({ at: "limits", index: null }, "too-much");
  }
  return found;
}

function isBetween(minutes: number, most: number): boolean {
  return minutes >= SHORTEST_MINUTES && minutes <= most;
}

function isAboutText({ kind }: Condition): boolean {
  return kind === "text" || kind === "pattern";
}

function isSame(one: Action, other: Action): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function conditionProblem(
  condition: Condition,
  isUsablePattern: (it: string) => boolean,
): RuleProblem["problem"] | null {
  switch (condition.kind) {
    case "channel":
      return chosen(condition.channelIds);
    case "labels":
      return chosen(condition.labelIds);
    case "country":
    case "language":
      return chosen(condition.codes);
    case "state":
      return chosen(condition.states);
    case "assignee":
      return condition.who === "one-of" ? chosen(condition.memberIds) : null;
    case "text":
      if (condition.phrases.length > MOST.phrases) return "too-much";
      if (condition.phrases.some((it) => it.length > MOST.phraseLength)) return "too-much";
      return condition.phrases.length === 0 ||
        condition.phrases.some((it) => !/[\p{L}\p{N}\p{S}\p{P}]/u.test(it))
        ? "phrase-empty"
        : null;
    case "pattern":
      return condition.pattern.length > MOST.patternLength || !isUsablePattern(condition.pattern)
        ? "pattern-unusable"
        : null;
    case "field":
      return condition.key.trim() === "" ? "nothing-chosen" : null;
    case "hours":
    case "team":
      return null;
    default:
      return unreachable(condition);
  }
}

function chosen(list: readonly string[]): RuleProblem["problem"] | null {
  return list.length === 0 ? "nothing-chosen" : null;
}

function actionProblem(action: Action): RuleProblem["problem"] | null {
  switch (action.kind) {
    case "send-text":
    case "add-note":
      if (action.text.trim() === "") return "text-empty";
      if (Array.from(action.text).length > MOST.textLength) return "text-too-long";
      return unknownWords(action.text).length > 0 ? "unknown-word" : null;
    case "send-template":
      if (action.name === "") return "nothing-chosen";
      return Object.values(action.values).some((it) => unknownWords(it).length > 0)
        ? "unknown-word"
        : null;
    case "add-label":
    case "remove-label":
      return action.labelId === "" ? "nothing-chosen" : null;
    case "webhook":
      return isHttps(action.url) ? null : "address-unusable";
    case "assign-member":
    case "assign-team":
    case "set-state":
    case "set-priority":
    case "remind":
      return null;
    default:
      return unreachable(action);
  }
}

/** Whoever gets what contacts write gets it unread on the way. */
function isHttps(url: string): boolean {
  return /^https:\/\/[^\s/@]+\.[^\s/@]+(?:[/?#]\S*)?$/u.test(url) && url.length <= 2000;
}
