import type { ActivityJson } from "@galka/contract/json/activity";
import type { MessageJson } from "@galka/contract/json/message";
import type { Thread } from "./workspace-state.ts";

/** The order of messages in a thread: by time, and by id where the time is equal. */
export function compareMessages(
  a: Pick<MessageJson, "at" | "id">,
  b: Pick<MessageJson, "at" | "id">,
): number {
  return Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * The thread with `message` in its place.
 *
 * A message beyond the held stretch is left out: it would stand beside a hole,
 * and comes with the page that closes the hole.
 */
export function withMessage(thread: Thread, message: MessageJson): Thread {
  const at = thread.messages.findIndex((held) => held.id === message.id);
  if (at >= 0) {
    const moved = thread.messages[at]?.at !== message.at;
    const messages = thread.messages.with(at, message);
    return { ...thread, messages: moved ? messages.toSorted(compareMessages) : messages };
  }
  if (isBeyond(thread, message)) return thread;

  const last = thread.messages.at(-1);
  const inOrder = !last || compareMessages(last, message) < 0;
  const messages = [...thread.messages, message];
  return { ...thread, messages: inOrder ? messages : messages.sort(compareMessages) };
}

/** The thread with something that was done among its lines; left out beyond the held stretch, as a message is. */
export function withActivity(thread: Thread, activity: ActivityJson): Thread {
  const first = thread.messages[0];
  const last = thread.messages.at(-1);
  const at = Date.parse(activity.at);
  if (thread.older !== null && first && at < Date.parse(first.at)) return thread;
  if (thread.newer !== null && last && at > Date.parse(last.at)) return thread;
  return { ...thread, activity: joinActivity(thread.activity, [activity]) };
}

/** Both of them, oldest first, each once. */
export function joinActivity(
  held: readonly ActivityJson[],
  page: readonly ActivityJson[],
): readonly ActivityJson[] {
  const joined = new Map([...held, ...page].map((activity) => [activity.id, activity]));
  return [...joined.values()].sort(compareMessages);
}

function isBeyond(thread: Thread, message: MessageJson): boolean {
  const first = thread.messages[0];
  const last = thread.messages.at(-1);
  if (thread.older !== null && first && compareMessages(message, first) < 0) return true;
  return thread.newer !== null && last !== undefined && compareMessages(message, last) > 0;
}

/** The union of a held stretch and a page beside it, oldest first, each message once; the page wins. */
export function joinMessages(
  held: readonly MessageJson[],
  page: readonly MessageJson[],
): readonly MessageJson[] {
  const joined = new Map([...held, ...page].map((message) => [message.id, message]));
  return [...joined.values()].sort(compareMessages);
}
