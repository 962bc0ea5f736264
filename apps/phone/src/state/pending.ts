import type { ChatMessageJson } from "@galka/emulator/wire/control";
import type { Pending } from "./model.ts";

/**
 * The pending list after the emulator has shown `message`.
 *
 * The stream may tell of a message before the call that sent it is answered.
 * Sends of one chat go one after another, so the oldest one that looks alike is
 * the one that arrived; without this the bubble would be seen twice for a moment.
 */
export function settle(
  pending: readonly Pending[],
  personId: string,
  message: ChatMessageJson,
): readonly Pending[] {
  if (message.direction !== "out") return pending;
  const alike = pending.filter(
    (it) => it.personId === personId && it.chatId === message.chatId && looksLike(it, message),
  );
  // One that failed may have arrived after all, with only its answer lost.
  const arrived = alike.find((it) => it.state === "sending") ?? alike[0];
  return arrived ? pending.filter((it) => it !== arrived) : pending;
}

function looksLike(pending: Pending, message: ChatMessageJson): boolean {
  const { shown } = pending;
  const { content } = message;
  if (shown.kind === "text") return content.kind === "text" && content.body === shown.body;
  return shown.kind === content.kind;
}
