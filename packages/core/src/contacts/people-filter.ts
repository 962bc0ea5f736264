import type { Asking, Condition } from "../filters/filter.ts";
import { type ContactCondition, contactHolds } from "../filters/matches.ts";
import { unreachable } from "../kernel/unreachable.ts";
import { type DeepCondition, type DeepFacts, deepHolds, isDeep } from "./deep-conditions.ts";

/**
 * Which contacts are meant, as data: what the table of contacts shows, what is
 * changed all at once and what is exported.
 *
 * Built as the filter over conversations is: all clauses hold, and of a clause
 * with several conditions one is enough. PostgreSQL and the page read the same
 * filter; a test holds them to the same answer.
 */
export type PeopleFilter = { readonly all: readonly PeopleClause[] };
export type PeopleClause = PeopleCondition | { readonly any: readonly PeopleCondition[] };
export type PeopleCondition = { readonly not?: true } & AboutPeople;

type Shared = Extract<
  Condition,
  { field: "label" | "channel" | "last-message" | "last-message-after" }
>;

type AboutPeople =
  | ContactCondition
  | DeepCondition
  /** Of any of their conversations. */
  | Shared
  /** Members; `me` is whoever asks, `nobody` means that nobody is responsible. */
  | { readonly field: "responsible"; readonly in: readonly string[] }
  /** How a channel knows them. */
  | { readonly field: "known-by"; readonly kind: "phone" | "bsuid" | "username" }
  /** Some number of ours does not hear them. */
  | { readonly field: "blocked" }
  /** Both ends belong to it. */
  | { readonly field: "created"; readonly from?: string; readonly to?: string }
  /** A field that holds a number, no less than `from` and no more than `to`. */
  | {
      readonly field: "contact-field-number";
      readonly name: string;
      readonly from?: number;
      readonly to?: number;
    }
  /** A field that holds a date (2026-11-22), no earlier than `from` and no later than `to`. */
  | {
      readonly field: "contact-field-date";
      readonly name: string;
      readonly from?: string;
      readonly to?: string;
    };

/** What such a filter looks at. A row of the API's table of contacts is one. */
export type PersonFacts = {
  readonly id: string;
  readonly name: string | null;
  readonly profileName: string | null;
  readonly identities: readonly { readonly kind: string; readonly value: string }[];
  readonly fields: Readonly<Record<string, string>>;
  readonly createdAt: string;
  readonly responsibleId: string | null;
  readonly labelIds: readonly string[];
  readonly channelIds: readonly string[];
  readonly lastMessageAt: string | null;
  readonly isBlocked: boolean;
};

/** Numbers as fields keep them; whatever else stands in a field is none. */
export const FIELD_NUMBER = "^-?[0-9]{1,15}(\\.[0-9]{1,10})?$";
export const FIELD_DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

const MINUTE_MS = 60_000;

/** Whether a contact is one of those that `filter` means. Must agree with `peopleConditions` in PostgreSQL. */
export function meansPerson(
  filter: PeopleFilter,
  it: PersonFacts & DeepFacts,
  asking: Asking,
): boolean {
  return holdsFor(filter, (condition) =>
    isDeep(condition) ? deepHolds(condition, it, asking) : about(condition, it, asking),
  );
}

/** The same of a row of the table of contacts; null when what is asked does not stand in it. */
export function meansRow(filter: PeopleFilter, it: PersonFacts, asking: Asking): boolean | null {
  if (peopleConditionsOf(filter).some(isDeep)) return null;
  return holdsFor(filter, (condition) => !isDeep(condition) && about(condition, it, asking));
}

export function peopleConditionsOf(filter: PeopleFilter): readonly PeopleCondition[] {
  return filter.all.flatMap((clause) => ("any" in clause ? clause.any : [clause]));
}

function holdsFor(filter: PeopleFilter, says: (condition: PeopleCondition) => boolean): boolean {
  const holds = (condition: PeopleCondition) => says(condition) !== (condition.not === true);
  return filter.all.every((clause) => ("any" in clause ? clause.any.some(holds) : holds(clause)));
}

type ShallowCondition = Exclude<PeopleCondition, DeepCondition>;

function about(condition: ShallowCondition, it: PersonFacts, asking: Asking): boolean {
  switch (condition.field) {
    case "label":
      return it.labelIds.length === 0
        ? condition.in.includes("none")
        : it.labelIds.some((id) => condition.in.includes(id));
    case "channel":
      return it.channelIds.some((id) => condition.in.includes(id));
    case "responsible":
      if (it.responsibleId === null) return condition.in.includes("nobody");
      return (
        condition.in.includes(it.responsibleId) ||
        (condition.in.includes("me") && it.responsibleId === asking.memberId)
      );
    case "known-by":
      return it.identities.some(({ kind }) => kind === condition.kind);
    case "blocked":
      return it.isBlocked;
    case "last-message":
      return isSince(it.lastMessageAt, asking.now.getTime() - condition.minutes * MINUTE_MS);
    case "last-message-after":
      return isSince(it.lastMessageAt, Date.parse(condition.at));
    case "created":
      return isWithin(Date.parse(it.createdAt), timeOf(condition.from), timeOf(condition.to));
    case "contact-field-number":
      return fieldHolds(it, condition.name, FIELD_NUMBER, (text) =>
        isWithin(Number(text), condition.from, condition.to),
      );
    case "contact-field-date":
      return fieldHolds(it, condition.name, FIELD_DATE, (text) =>
        isWithin(text, condition.from, condition.to),
      );
    case "contact":
    case "contact-name":
    case "contact-field":
    case "contact-field-has":
    case "contact-field-filled":
    case "country":
      return contactHolds(condition, it);
    default:
      return unreachable(condition);
  }
}

function isSince(at: string | null, ms: number): boolean {
  return at !== null && Date.parse(at) >= ms;
}

function timeOf(at: string | undefined): number | undefined {
  return at === undefined ? undefined : Date.parse(at);
}

function isWithin<T extends string | number>(value: T, from?: T, to?: T): boolean {
  return (from === undefined || value >= from) && (to === undefined || value <= to);
}

function fieldHolds(
  { fields }: PersonFacts,
  name: string,
  pattern: string,
  holds: (text: string) => boolean,
): boolean {
  const text = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return text !== undefined && new RegExp(pattern, "u").test(text) && holds(text);
}

/** Every contact. */
export const EVERYBODY: PeopleFilter = { all: [] };
