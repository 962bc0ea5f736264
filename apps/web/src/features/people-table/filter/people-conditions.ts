import type { ConditionJson } from "@galka/contract/json/filter";
import type { PeopleConditionJson } from "@galka/contract/json/people/people-table";
import { unreachable } from "@galka/core/kernel/unreachable";

export type PeopleField = PeopleConditionJson["field"];

/** What can be asked of contacts, in the order in which it is offered. */
export const PEOPLE_FIELDS: readonly PeopleField[] = [
  "label",
  "responsible",
  "channel",
  "last-message",
  "last-inbound",
  "last-outbound",
  "message-count",
  "window",
  "consent",
  "campaign",
  "created",
  "known-by",
  "country",
  "language",
  "list",
  "contact-name",
  "contact-field",
  "contact-field-has",
  "contact-field-filled",
  "contact-field-number",
  "contact-field-date",
  "blocked",
];

/** Stands for a number of ours that is not chosen yet. */
export const NO_CHANNEL = "00000000-0000-4000-8000-000000000000";

/** What a condition begins as when its field is chosen. */
export function emptyPeopleCondition(field: PeopleField): PeopleConditionJson {
  switch (field) {
    case "label":
    case "channel":
    case "contact":
    case "country":
    case "language":
    case "list":
      return { field, in: [] };
    case "responsible":
      return { field, in: ["me"] };
    case "last-message":
    case "last-inbound":
    case "last-outbound":
      return { field, minutes: 30 * 24 * 60 };
    case "message-count":
      return { field, way: "in", days: 30, from: 1 };
    case "window":
      return { field, is: "open" };
    case "consent":
      return { field, purpose: "marketing", channelId: NO_CHANNEL, is: "valid" };
    case "campaign":
      return { field, did: "read" };
    case "last-message-after":
      return { field, at: new Date(0).toISOString() };
    case "created":
    case "blocked":
      return { field };
    case "known-by":
      return { field, kind: "phone" };
    case "contact-name":
      return { field, contains: "" };
    case "contact-field":
      return { field, name: "", is: "" };
    case "contact-field-has":
      return { field, name: "", contains: "" };
    case "contact-field-filled":
    case "contact-field-number":
    case "contact-field-date":
      return { field, name: "" };
    default:
      return unreachable(field);
  }
}

/** Whether a condition says something: one that is still being written narrows nothing down. */
export function saysSomething(condition: PeopleConditionJson): boolean {
  if (condition.field === "consent") return condition.channelId !== NO_CHANNEL;
  if (condition.field === "campaign") return true;
  if ("in" in condition) return condition.in.length > 0;
  if ("name" in condition && condition.name.trim() === "") return false;
  if ("contains" in condition) return condition.contains.trim() !== "";
  return true;
}

/** What of a condition over conversations is one over contacts as well; null for what is not. */
export function sharedCondition(condition: ConditionJson): PeopleConditionJson | null {
  switch (condition.field) {
    case "label":
    case "channel":
    case "contact":
    case "last-message":
    case "last-message-after":
    case "contact-name":
    case "contact-field":
    case "contact-field-has":
    case "contact-field-filled":
    case "country":
      return condition;
    default:
      return null;
  }
}
