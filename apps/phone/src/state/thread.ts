import type { ChatMessageJson } from "@galka/emulator/wire/control";
import type { Thread } from "./model.ts";

/** The thread with `message` in its place: replaced when it is known, else by the time it was sent. */
export function withMessage(thread: Thread, message: ChatMessageJson): Thread {
  const known = thread.messages.findIndex((it) => it.id === message.id);
  if (known !== -1) return { ...thread, messages: thread.messages.with(known, message) };

  const after = thread.messages.findLastIndex((it) => it.sentAt <= message.sentAt);
  return { ...thread, messages: thread.messages.toSpliced(after + 1, 0, message) };
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
