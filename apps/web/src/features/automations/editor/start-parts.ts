import type { ActionJson, ConditionJson } from "@galka/contract/json/rule";
import { unreachable } from "@galka/core/kernel/unreachable";

export const CONDITIONS: readonly ConditionJson["kind"][] = [
  "text",
  "pattern",
  "channel",
  "hours",
  "team",
  "labels",
  "assignee",
  "state",
  "field",
  "country",
  "language",
];

export const ACTIONS: readonly ActionJson["kind"][] = [
  "send-text",
  "send-template",
  "add-note",
  "add-label",
  "remove-label",
  "assign-member",
  "assign-team",
  "set-state",
  "set-priority",
  "remind",
  "webhook",
];

/** What a condition begins as when its kind is chosen. */
export function startCondition(kind: ConditionJson["kind"]): ConditionJson {
  switch (kind) {
    case "text":
      return { kind, how: "word", phrases: [] };
    case "pattern":
      return { kind, pattern: "" };
    case "channel":
      return { kind, channelIds: [] };
    case "hours":
      return { kind, during: "off-hours" };
    case "team":
      return { kind, presence: "nobody" };
    case "labels":
      return { kind, how: "any", labelIds: [] };
    case "assignee":
      return { kind, who: "nobody", memberIds: [] };
    case "state":
      return { kind, states: ["open"] };
    case "field":
      return { kind, key: "", how: "is", value: "" };
    case "country":
    case "language":
      return { kind, how: "in", codes: [] };
    default:
      return unreachable(kind);
  }
}

/** What an action begins as when its kind is chosen. */
export function startAction(kind: ActionJson["kind"]): ActionJson {
  switch (kind) {
    case "send-text":
    case "add-note":
      return { kind, text: "" };
    case "send-template":
      return { kind, name: "", language: "", values: {}, when: "closed-window" };
    case "add-label":
    case "remove-label":
      return { kind, labelId: "" };
    case "assign-member":
      return { kind, memberId: null };
    case "assign-team":
      return { kind, teamId: null };
    case "set-state":
      return { kind, state: "closed" };
    case "set-priority":
      return { kind, priority: "high" };
    case "remind":
      return { kind };
    case "webhook":
      return { kind, url: "https://" };
    default:
      return unreachable(kind);
  }
}
