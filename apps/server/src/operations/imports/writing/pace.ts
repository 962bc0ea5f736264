/** When what was last told of an import, by a clock in milliseconds that only goes forward. */
export type Pace = { importToldMs: number; conversationToldMs: number };

const IMPORT_EVERY_MS = 500;
const CONVERSATION_EVERY_MS = 3_000;

/** Nothing told yet: the first batch is told at once. */
export function startPace(): Pace {
  return { importToldMs: Number.NEGATIVE_INFINITY, conversationToldMs: Number.NEGATIVE_INFINITY };
}

/**
 * What is to be told after this batch. Progress twice a second; that the
 * conversation is to be fetched again every few seconds, since every page that
 * shows it then does.
 */
export function dueEvents(
  pace: Pace,
  nowMs: number,
): ("import-changed" | "conversation-refilled")[] {
  const due: ("import-changed" | "conversation-refilled")[] = [];
  if (nowMs - pace.conversationToldMs >= CONVERSATION_EVERY_MS) {
    pace.conversationToldMs = nowMs;
    due.push("conversation-refilled");
  }
  if (nowMs - pace.importToldMs >= IMPORT_EVERY_MS) {
    pace.importToldMs = nowMs;
    due.push("import-changed");
  }
  return due;
}
