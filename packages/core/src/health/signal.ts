/**
 * What a failure or a word says of a number's health, whatever its code is at the channel.
 *
 * `blocked`: somebody who was reached before is not any more. WhatsApp never
 * says that it is a block; a handful of them is one.
 *
 * `unreachable`: somebody who was never reached: not on WhatsApp, or an old app.
 *
 * `unwanted`: WhatsApp itself did not deliver, for it thinks that the person
 * gets enough marketing.
 *
 * `opted-out`: the person wants no more marketing, said to us or to WhatsApp.
 *
 * `spam-held`: the number may not write first for a while, for too many object.
 *
 * `policy`: the account broke a rule and is held or locked.
 *
 * `template-stopped`: the template was paused or disabled while it was being sent.
 *
 * `too-fast`: more a second than the number may.
 */
export const SIGNALS = [
  "blocked",
  "unreachable",
  "unwanted",
  "opted-out",
  "spam-held",
  "policy",
  "template-stopped",
  "too-fast",
] as const;
export type Signal = (typeof SIGNALS)[number];

/** What a failure says by itself; `undeliverable` becomes `blocked` or `unreachable` by what is known of the person. */
export type FailureSign = Exclude<Signal, "blocked" | "unreachable"> | "undeliverable";

export type SignalCounts = Readonly<Record<Signal, number>>;

export const NO_SIGNALS: SignalCounts = {
  blocked: 0,
  unreachable: 0,
  unwanted: 0,
  "opted-out": 0,
  "spam-held": 0,
  policy: 0,
  "template-stopped": 0,
  "too-fast": 0,
};
