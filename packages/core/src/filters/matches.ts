import { type SlaShown, isSlaBroken, slaLook } from "../sla/sla-state.ts";
import { unreachable } from "../kernel/unreachable.ts";
import type { Priority, WorkState } from "../conversations/work.ts";
import { isScale, wordOf } from "../satisfaction/rating.ts";
import type { Asking, Clause, Condition, Filter } from "./filter.ts";

/** What a filter looks at. A conversation of the API is one. */
export type Filterable = {
  readonly status: WorkState;
  readonly priority: Priority;
  readonly assigneeId: string | null;
  readonly teamId: string | null;
  readonly labelIds: readonly string[];
  readonly answeredCampaignIds: readonly string[];
  readonly channelId: string;
  readonly unreadCount: number;
  readonly rating: { readonly score: number; readonly of: number } | null;
  readonly waitingSince: string | null;
  readonly lastInboundAt: string | null;
  readonly sla: SlaShown;
  readonly lastMessageAt: string;
  readonly lastMessage: { readonly direction: "in" | "out" } | null;
  readonly contact: {
    readonly id: string;
    readonly name: string | null;
    readonly profileName: string | null;
    readonly identities: readonly { readonly kind: string; readonly value: string }[];
    readonly fields: Readonly<Record<string, string>>;
  };
};

const MINUTE_MS = 60_000;
const WINDOW_MS = 24 * 60 * MINUTE_MS;
const CLOSING_MS = 60 * MINUTE_MS;

/**
 * Whether a conversation is one of those that `filter` means.
 *
 * Must agree with `conditionsFor` of the conversation list in PostgreSQL:
 * conversation-filter.test.ts asks both about the same conversations.
 */
export function matches(filter: Filter, it: Filterable, asking: Asking): boolean {
  return filter.all.every((clause) => clauseHolds(clause, it, asking));
}

function clauseHolds(clause: Clause, it: Filterable, asking: Asking): boolean {
  if (!("any" in clause)) return conditionHolds(clause, it, asking);
  return clause.any.some((condition) => conditionHolds(condition, it, asking));
}

function conditionHolds(condition: Condition, it: Filterable, asking: Asking): boolean {
  return holds(condition, it, asking) !== (condition.not === true);
}

function holds(condition: Condition, it: Filterable, asking: Asking): boolean {
  switch (condition.field) {
    case "status":
      return condition.in.includes(it.status);
    case "priority":
      return condition.in.includes(it.priority);
    case "assignee":
      return oneOf(condition.in, it.assigneeId, { me: [asking.memberId], none: "nobody" });
    case "team":
      return oneOf(condition.in, it.teamId, { mine: asking.teamIds, none: "none" });
    case "label":
      return it.labelIds.length === 0
        ? condition.in.includes("none")
        : it.labelIds.some((id) => condition.in.includes(id));
    case "channel":
      return condition.in.includes(it.channelId);
    case "answered-campaign":
      return it.answeredCampaignIds.some((id) => condition.in.includes(id));
    case "unread":
      return it.unreadCount > 0;
    case "rating":
      return condition.in.includes(ratingWord(it.rating));
    case "last-word":
      return it.lastMessage?.direction === (condition.by === "contact" ? "in" : "out");
    case "waiting":
    case "window":
    case "sla-due":
    case "sla":
    case "last-message":
    case "last-message-after":
      return timeHolds(condition, it, asking.now.getTime());
    case "contact":
    case "contact-name":
    case "contact-field":
    case "contact-field-has":
    case "contact-field-filled":
    case "country":
      return contactHolds(condition, it.contact);
    default:
      return unreachable(condition);
  }
}

function ratingWord(rating: Filterable["rating"]) {
  if (rating === null || !isScale(rating.of)) return "none";
  return wordOf({ score: rating.score, of: rating.of });
}

type Special = {
  readonly me?: readonly string[];
  readonly mine?: readonly string[];
  readonly none: string;
};

function oneOf(wanted: readonly string[], id: string | null, special: Special): boolean {
  if (id === null) return wanted.includes(special.none);
  const own = special.me ?? special.mine ?? [];
  const word = special.me ? "me" : "mine";
  return wanted.includes(id) || (wanted.includes(word) && own.includes(id));
}

type Timed = Extract<
  Condition,
  { field: "waiting" | "window" | "sla-due" | "sla" | "last-message" | "last-message-after" }
>;

function timeHolds(condition: Timed, it: Filterable, now: number): boolean {
  switch (condition.field) {
    case "waiting":
      return (
        it.waitingSince !== null &&
        Date.parse(it.waitingSince) <= now - condition.minutes * MINUTE_MS
      );
    case "last-message":
      return Date.parse(it.lastMessageAt) >= now - condition.minutes * MINUTE_MS;
    case "last-message-after":
      return Date.parse(it.lastMessageAt) >= Date.parse(condition.at);
    case "window":
      return windowHolds(condition.is, it.lastInboundAt, now);
    case "sla-due":
      return isDueWithin(condition.minutes, it.sla, now);
    case "sla":
      return slaHolds(condition.is, it.sla, new Date(now));
    default:
      return unreachable(condition);
  }
}

function isDueWithin(minutes: number, { running }: SlaShown, now: number): boolean {
  if (running === null) return false;
  const leftMs = Date.parse(running.dueAt) - now;
  return leftMs > 0 && leftMs <= minutes * MINUTE_MS;
}

type SlaWord = Extract<Condition, { field: "sla" }>["is"];

function slaHolds(is: SlaWord, sla: SlaShown, now: Date): boolean {
  switch (is) {
    case "soon":
      return slaLook(now, sla)?.is === "soon";
    case "broken":
      return isSlaBroken(now, sla);
    case "kept":
      return sla.keptAt !== null && !isSlaBroken(now, sla);
    default:
      return unreachable(is);
  }
}

type WindowWord = Extract<Condition, { field: "window" }>["is"];

function windowHolds(is: WindowWord, lastInboundAt: string | null, now: number): boolean {
  if (lastInboundAt === null) return is === "never-open";
  const leftMs = Date.parse(lastInboundAt) + WINDOW_MS - now;
  switch (is) {
    case "open":
      return leftMs > 0;
    case "closing":
      return leftMs > 0 && leftMs < CLOSING_MS;
    case "closed":
      return leftMs <= 0;
    case "never-open":
      return false;
    default:
      return unreachable(is);
  }
}

/** What a filter can ask of the contact alone. */
export type ContactCondition = Extract<
  Condition,
  {
    field:
      | "contact"
      | "contact-name"
      | "contact-field"
      | "contact-field-has"
      | "contact-field-filled"
      | "country";
  }
>;

/** Whether what is asked of the contact holds, whatever `not` says. */
export function contactHolds(condition: ContactCondition, contact: Filterable["contact"]): boolean {
  switch (condition.field) {
    case "contact":
      return condition.in.includes(contact.id);
    case "contact-name":
      return holdsText(contact.name ?? contact.profileName ?? "", condition.contains);
    case "contact-field":
      return fieldOf(contact, condition.name) === condition.is;
    case "contact-field-has":
      return holdsText(fieldOf(contact, condition.name) ?? "", condition.contains);
    case "contact-field-filled":
      return (fieldOf(contact, condition.name) ?? "") !== "";
    case "country":
      return contact.identities.some(
        ({ kind, value }) =>
          kind === "phone" && condition.in.some((code) => value.startsWith(code)),
      );
    default:
      return unreachable(condition);
  }
}

function fieldOf(contact: Filterable["contact"], name: string): string | undefined {
  return Object.hasOwn(contact.fields, name) ? contact.fields[name] : undefined;
}

function holdsText(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}
