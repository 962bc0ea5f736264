/**
 * The customer-service window.
 *
 * For 24 hours after a contact writes, we may answer with anything. Outside
 * that window Meta accepts only an approved template. The window follows from
 * the last inbound message, so it is computed, never stored.
 *
 * Meta: "customer service window", docs/…/messages/send-messages, read 2026-11.
 */
export type ServiceWindow =
  | { readonly open: true; readonly closesAt: Date }
  | { readonly open: false; readonly closedAt: Date | null };

const WINDOW_MS = 24 * 60 * 60 * 1000;

/** `lastInboundAt` is null for a contact who has never written to us. */
export function windowAt(now: Date, lastInboundAt: Date | null): ServiceWindow {
  if (lastInboundAt === null) return { open: false, closedAt: null };

  const closesAt = new Date(lastInboundAt.getTime() + WINDOW_MS);
  return now < closesAt ? { open: true, closesAt } : { open: false, closedAt: closesAt };
}
