/**
 * How far a message has come.
 *
 * - `received`: it came in; nothing more happens to it.
 * - `queued`: it waits for the owner of its number.
 * - `dispatching`: the attempt is on disk and bytes may have been written.
 * - `unknown`: the attempt ended without an answer; Meta may have it.
 * - `accepted`: Meta answered with an id and has told nothing more.
 * - `sent`, `delivered`, `read`, `played`: what Meta reported.
 * - `failed`: Meta refused it or reported that it could not be delivered.
 */
export type MessageStatus =
  | "received"
  | "queued"
  | "dispatching"
  | "unknown"
  | "accepted"
  | "sent"
  | "delivered"
  | "read"
  | "played"
  | "failed";

/** The statuses that Meta reports by webhook. */
export type ReportedStatus = "sent" | "delivered" | "read" | "played" | "failed";

const RANK = {
  received: 9,
  queued: 0,
  dispatching: 1,
  unknown: 2,
  accepted: 3,
  sent: 4,
  failed: 5,
  delivered: 6,
  read: 7,
  played: 8,
} satisfies Record<MessageStatus, number>;

/** The order of the statuses, for SQL that advances many messages at once. */
export const STATUS_RANK: Readonly<Record<MessageStatus, number>> = RANK;

/**
 * The status to keep when Meta reports `reported` for a message we hold as `current`.
 *
 * Status webhooks arrive late, twice and out of order, so a status only moves
 * forward. `delivered` outranks `failed`: a message that reached the phone once
 * was delivered, whatever a straggling report says.
 */
export function advance(current: MessageStatus, reported: ReportedStatus): MessageStatus {
  return RANK[reported] > RANK[current] ? reported : current;
}
