import type { ChatJson } from "@galka/emulator/wire/control";

/** The id of a message's row on one phone; two phones may show the same message. */
export function rowId(personId: string, messageId: string): string {
  return `m-${personId}-${messageId}`;
}

/** Brings a message of the open chat into view and to the keyboard's attention. */
export function showMessage(chat: ChatJson, messageId: string): void {
  const row = document.getElementById(rowId(chat.personId, messageId));
  row?.scrollIntoView({ block: "center", behavior: "smooth" });
  row?.focus({ preventScroll: true });
}
