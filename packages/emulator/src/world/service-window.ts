export const WINDOW_MS = 24 * 60 * 60 * 1000;

/**
 * Whether a business may write freely to a person who last wrote at `lastInboundAt`.
 *
 * Meta: 24 hours from the person's last message, docs/…/messages/send-messages, read 2026-11.
 */
export function isWindowOpen(now: number, lastInboundAt: number | null): boolean {
  return lastInboundAt !== null && now < lastInboundAt + WINDOW_MS;
}
