import type { ChatMessageJson } from "@galka/emulator/wire/control";
import type { Thread } from "./model.ts";

/**
 * The thread after `message` appeared or changed.
 *
 * A known one is replaced. An unknown one goes to the end, as the emulator keeps
 * messages in the order in which they came to the phone, unless it is an old one
 * that changed above the part of the thread that has been loaded.
 */
export function withMessage(thread: Thread, message: ChatMessageJson, isLast: boolean): Thread {
  const known = thread.messages.findIndex((it) => it.id === message.id);
  if (known !== -1) return { ...thread, messages: thread.messages.with(known, message) };

  const first = thread.messages[0];
  const above = thread.older !== null && first !== undefined && message.sentAt < first.sentAt;
  if (above && !isLast) return thread;
  return { ...thread, messages: [...thread.messages, message] };
}

/** The thread after an older page has come; a message that is in both is kept once. */
export function withOlder(
  thread: Thread,
  page: readonly ChatMessageJson[],
  older: string | null,
): Thread {
  const known = new Set(thread.messages.map((it) => it.id));
  return { messages: [...page.filter((it) => !known.has(it.id)), ...thread.messages], older };
}
