import type { ActivityJson } from "@galka/contract/json/activity";
import type { MessageJson } from "@galka/contract/json/message";
import { dayKey } from "../../i18n/dates.ts";
import { shownKey, type ShownMessage } from "./shown-message.ts";

/** What stands in a thread, one below the other. */
export type ThreadItem =
  | { readonly kind: "day"; readonly key: string; readonly at: Date }
  | { readonly kind: "unread"; readonly key: string }
  | { readonly kind: "activity"; readonly key: string; readonly activity: ActivityJson }
  | {
      readonly kind: "message";
      readonly key: string;
      readonly shown: ShownMessage;
      /** The first of several that one side wrote in a row. */
      readonly starts: boolean;
    };

const CLUSTER_MS = 5 * 60 * 1000;

/** Puts day headings, the line above the unread and the rows of one author into a thread. */
export function threadItems(
  messages: readonly ShownMessage[],
  firstUnreadId: string | null,
  activity: readonly ActivityJson[] = [],
): readonly ThreadItem[] {
  const items: ThreadItem[] = [];
  let before: MessageJson | null = null;
  const lines = [...activity];
  for (const shown of messages) {
    const { message } = shown;
    const at = new Date(message.at);
    if (putLines(items, lines, at)) before = null;
    const newDay = isNewDay(items, at);
    if (newDay) items.push({ kind: "day", key: `day:${dayKey(at)}`, at });
    const unread = message.id === firstUnreadId;
    if (unread) items.push({ kind: "unread", key: "unread" });
    const starts = newDay || unread || before === null || !continues(before, message);
    items.push({ kind: "message", key: shownKey(shown), shown, starts });
    before = message;
  }
  putLines(items, lines, null);
  return items;
}

/** Puts what was done before an instant, or all that is left; true when there was something. */
function putLines(items: ThreadItem[], lines: ActivityJson[], until: Date | null): boolean {
  const count = lines.findIndex(({ at }) => until !== null && Date.parse(at) > until.getTime());
  const told = lines.splice(0, count < 0 ? lines.length : count);
  for (const activity of told) {
    const at = new Date(activity.at);
    if (isNewDay(items, at)) items.push({ kind: "day", key: `day:${dayKey(at)}`, at });
    items.push({ kind: "activity", key: `activity:${activity.id}`, activity });
  }
  return told.length > 0;
}

/** Whether no heading of this day stands there yet; the last one is the newest. */
function isNewDay(items: readonly ThreadItem[], at: Date): boolean {
  const day = items.findLast((item) => item.kind === "day");
  return day?.kind !== "day" || dayKey(day.at) !== dayKey(at);
}

function continues(before: MessageJson, message: MessageJson): boolean {
  return (
    before.direction === message.direction &&
    (before.authorMemberId === message.authorMemberId || message.authorMemberId === null) &&
    before.authorRule?.id === message.authorRule?.id &&
    before.authorSystem === message.authorSystem &&
    before.content.kind !== "notice" &&
    Date.parse(message.at) - Date.parse(before.at) < CLUSTER_MS
  );
}

/** The first of the last `unreadCount` messages that came in; null when none is held. */
export function firstUnread(messages: readonly MessageJson[], unreadCount: number): string | null {
  if (unreadCount === 0) return null;
  const incoming = messages
    .filter(({ direction, content }) => direction === "in" && content.kind !== "rating")
    .slice(-unreadCount);
  return incoming[0]?.id ?? null;
}
