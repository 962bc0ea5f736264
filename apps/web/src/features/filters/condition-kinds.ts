import type { ConditionJson, FilterJson } from "@galka/contract/json/filter";
import { unreachable } from "@galka/core/kernel/unreachable";

export type Field = ConditionJson["field"];

/** What a condition begins as when its field is chosen, in the order in which fields are offered. */
export const FIELDS: readonly Field[] = [
  "status",
  "assignee",
  "team",
  "label",
  "channel",
  "priority",
  "unread",
  "rating",
  "answered-campaign",
  "last-word",
  "waiting",
  "window",
  "sla-due",
  "sla",
  "last-message",
  "contact-name",
  "contact-field",
  "contact-field-has",
  "contact-field-filled",
  "country",
];

export function emptyCondition(field: Field): ConditionJson {
  switch (field) {
    case "status":
      return { field, in: ["open"] };
    case "priority":
      return { field, in: ["urgent"] };
    case "assignee":
      return { field, in: ["me"] };
    case "team":
      return { field, in: ["mine"] };
    case "label":
    case "channel":
    case "contact":
    case "country":
    case "answered-campaign":
      return { field, in: [] };
    case "unread":
      return { field };
    case "rating":
      return { field, in: ["bad"] };
    case "last-word":
      return { field, by: "contact" };
    case "waiting":
      return { field, minutes: 30 };
    case "window":
      return { field, is: "closing" };
    case "sla-due":
      return { field, minutes: 60 };
    case "sla":
      return { field, is: "broken" };
    case "last-message":
      return { field, minutes: 24 * 60 };
    case "last-message-after":
      return { field, at: new Date(0).toISOString() };
    case "contact-name":
      return { field, contains: "" };
    case "contact-field":
      return { field, name: "", is: "" };
    case "contact-field-has":
      return { field, name: "", contains: "" };
    case "contact-field-filled":
      return { field, name: "" };
    default:
      return unreachable(field);
  }
}

/** Whether a condition says something: one that is still being written narrows nothing down. */
export function isComplete(condition: ConditionJson): boolean {
  if ("in" in condition) return condition.in.length > 0;
  if ("name" in condition && condition.name.trim() === "") return false;
  if ("contains" in condition) return condition.contains.trim() !== "";
  return true;
}

/** The filter of the conditions that are complete. */
export function filterOf(conditions: readonly ConditionJson[]): FilterJson {
  return { all: conditions.filter(isComplete) };
}

/** The plain conditions of a filter; what has alternatives is kept beside them. */
export function plainConditions(filter: FilterJson): {
  readonly plain: readonly ConditionJson[];
  readonly others: FilterJson["all"];
} {
  return {
    plain: filter.all.flatMap((clause) => ("any" in clause ? [] : [clause])),
    others: filter.all.filter((clause) => "any" in clause),
  };
}
