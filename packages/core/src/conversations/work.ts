/**
 * The state of the work on a conversation.
 *
 * `open`: somebody has to do something. `pending`: we wait for somebody else.
 * `snoozed`: it comes back by itself, at a time or with the contact's next
 * message. `closed`: done, until the contact writes again.
 */
export const WORK_STATES = ["open", "pending", "snoozed", "closed"] as const;
export type WorkState = (typeof WORK_STATES)[number];

/** What is taken first, the most urgent in front. */
export const PRIORITIES = ["urgent", "high", "normal", "low"] as const;
export type Priority = (typeof PRIORITIES)[number];
