import type { AttemptId, ChannelId, MessageId, SendId } from "../kernel/ids.ts";

/**
 * The life of one thing that a channel shall carry out.
 *
 * `queued`: it waits. The owner of the number claims it into its own memory, by
 * its lease and nothing else: if the owner dies, it waits as before.
 *
 * `dispatching`: committed before the first byte, with an attempt id that
 * travels in the callback data. A send in this state is never given to another
 * owner: when its owner is gone it becomes `ambiguous`.
 *
 * `ambiguous`: bytes may have gone out and no readable answer came. A status
 * webhook with the attempt id makes it `accepted`. Only proof makes it `unsent`.
 *
 * `accepted`: Meta has it; the wamid is known. What follows is the message's status.
 *
 * `rejected`: Meta answered with an error and has not taken it.
 *
 * `unsent`: proven not to have happened. A person, or the policy for its
 * purpose, may queue it once more with another attempt id.
 *
 * `cancelled`: taken back before it was begun.
 */
export type SendState =
  | "queued"
  | "dispatching"
  | "ambiguous"
  | "accepted"
  | "rejected"
  | "unsent"
  | "cancelled";

/** Who goes first on a number's limiter: a person's reply before utility, utility before marketing. */
export const LANES = ["reply", "utility", "marketing"] as const;
export type Lane = (typeof LANES)[number];

/** Why it is sent: decides what may be done about an attempt that nobody knows the end of. */
export type Purpose = "service" | "authentication" | "utility" | "marketing";

export type Send = {
  readonly id: SendId;
  readonly channelId: ChannelId;
  readonly messageId: MessageId | null;
  readonly kind: "message" | "reaction" | "read-receipt";
  readonly lane: Lane;
  readonly purpose: Purpose;
  readonly recipient: string;
  readonly state: SendState;
  readonly attemptId: AttemptId | null;
  readonly attemptCount: number;
};
