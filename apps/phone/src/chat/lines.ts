import type { ChatMessageJson } from "@galka/emulator/wire/control";
import type { Pending } from "../state/model.ts";
import { sameDay } from "../text/time.ts";

/** What stands in a thread, from the top. */
export type Line =
  | { readonly kind: "day"; readonly key: string; readonly at: number }
  | {
      readonly kind: "message";
      readonly key: string;
      readonly message: ChatMessageJson;
      readonly first: boolean;
    }
  | { readonly kind: "pending"; readonly key: string; readonly pending: Pending };

const GROUP_MS = 5 * 60_000;

/**
 * The thread as lines: a label where the day changes, and for each message
 * whether it begins a group (another side, another day, or five minutes later).
 */
export function linesOf(
  messages: readonly ChatMessageJson[],
  pending: readonly Pending[],
): readonly Line[] {
  const lines: Line[] = [];
  let before: ChatMessageJson | null = null;
  for (const message of messages) {
    const at = Date.parse(message.sentAt);
    const last: number | null = before && Date.parse(before.sentAt);
    const newDay = last === null || !sameDay(last, at);
    if (newDay) lines.push({ kind: "day", key: `day-${message.id}`, at });
    const first = newDay || before?.direction !== message.direction || at - (last ?? 0) > GROUP_MS;
    lines.push({ kind: "message", key: message.id, message, first });
    before = message;
  }
  for (const it of pending) lines.push({ kind: "pending", key: it.key, pending: it });
  return lines;
}
