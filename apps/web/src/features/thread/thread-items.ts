import type { MessageJson } from "@galka/contract/json/message";
import { dayKey } from "../../i18n/dates.ts";
import { shownKey, type ShownMessage } from "./shown-message.ts";

/** What stands in a thread, one below the other. */
export type ThreadItem =
  | { readonly kind: "day"; readonly key: string; readonly at: Date }
  | { readonly kind: "unread"; readonly key: string }
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
): readonly ThreadItem[] {
  const items: ThreadItem[] = [];
  let before: MessageJson | null = null;
  for (const shown of messages) {
    const { message } = shown;
    const at = new Date(message.at);
    const newDay = before === null || dayKey(new Date(before.at)) !== dayKey(at);
    if (newDay) items.push({ kind: "day", key: `day:${dayKey(at)}`, at });
    const unread = message.id === firstUnreadId;
    if (unread) items.push({ kind: "unread", key: "unread" });
    const starts = newDay || unread || before === null || !continues(before, message);
    items.push({ kind: "message", key: shownKey(shown), shown, starts });
    before = message;
  }
  return items;
}

function continues(before: MessageJson, message: MessageJson): boolean {
  return (
    before.direction === message.direction &&
    (before.authorMemberId === message.authorMemberId || message.authorMemberId === null) &&
    before.content.kind !== "notice" &&
    Date.parse(message.at) - Date.parse(before.at) < CLUSTER_MS
  );
}

/** The first of the last `unreadCount` messages that came in; null when none is held. */
export function firstUnread(messages: readonly MessageJson[], unreadCount: number): string | null {
  if (unreadCount === 0) return null;
  const incoming = messages.filter(({ direction }) => direction === "in").slice(-unreadCount);
  return incoming[0]?.id ?? null;
}
