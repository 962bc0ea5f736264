import type { MessageStatus } from "../messages/status.ts";

/**
 * One person of a frozen audience.
 *
 * `planned`: nobody has written to them. `skipped`: nobody will, for a reason that
 * is kept. `queued`: the message lies before the sender. From there on the state
 * follows the message: `sent`, `delivered`, `read`, `failed`, or `unknown` while
 * nobody can know whether it went out.
 */
export const RECIPIENT_STATES = [
  "planned",
  "queued",
  "unknown",
  "sent",
  "delivered",
  "read",
  "failed",
  "skipped",
] as const;
export type RecipientState = (typeof RECIPIENT_STATES)[number];

/** Why somebody is not written to. Each has its words in the interface. */
export const SKIPS = [
  "contact-gone",
  "no-identity",
  "blocked",
  "no-consent",
  "country-rule",
  "frequency-cap",
  "incomplete",
  "stopped",
  "restored",
] as const;
export type Skip = (typeof SKIPS)[number];

/** What a message's status makes of its recipient. */
export const RECIPIENT_STATE_OF = {
  received: "queued",
  queued: "queued",
  dispatching: "queued",
  unknown: "unknown",
  accepted: "sent",
  sent: "sent",
  delivered: "delivered",
  read: "read",
  played: "read",
  failed: "failed",
} as const satisfies Record<MessageStatus, RecipientState>;

/** What else is counted of a recipient, beside the state. */
export const MARKS = ["tapped", "answered", "opted-out"] as const;
export type Mark = (typeof MARKS)[number];

/** How many are in each state; a live funnel is made of it. */
export type RecipientCounts = Readonly<Record<RecipientState | Mark, number>>;

export type Funnel = {
  readonly planned: number;
  readonly waiting: number;
  readonly sent: number;
  readonly delivered: number;
  readonly read: number;
  readonly tapped: number;
  readonly answered: number;
  readonly optedOut: number;
  readonly failed: number;
  readonly skipped: number;
  readonly unknown: number;
};

/** Each step has all who came at least so far; `planned` is everybody. */
export function funnelOf(counts: RecipientCounts): Funnel {
  const { planned, queued, unknown, sent, delivered, read, failed, skipped } = counts;
  return {
    planned: planned + queued + unknown + sent + delivered + read + failed + skipped,
    waiting: planned + queued,
    sent: sent + delivered + read,
    delivered: delivered + read,
    read,
    tapped: counts.tapped,
    answered: counts.answered,
    optedOut: counts["opted-out"],
    failed,
    skipped,
    unknown,
  };
}
