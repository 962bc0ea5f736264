const SECOND_MS = 1_000;

/**
 * When a message of a channel's whole second was written, as exactly as can be told.
 *
 * WhatsApp tells seconds, our own messages have milliseconds. What comes in
 * within the second of ours answers it, or at least nobody saw it before: it
 * follows `last`, the conversation's last message, and never leaves its second.
 *
 * Source: webhook timestamps are UNIX seconds, Cloud API webhooks reference, read 2026-11.
 */
export function withinSecond(at: Date, last: Date | null): Date {
  const second = at.getTime();
  const isWhole = second % SECOND_MS === 0;
  const ahead = last === null ? 0 : last.getTime() - second;
  if (!isWhole || ahead <= 0 || ahead >= SECOND_MS) return at;
  return new Date(second + Math.min(ahead + 1, SECOND_MS - 1));
}
