import type { Priority, WorkState } from "../conversations/work.ts";

/** Something that may set rules off, in one conversation, once. */
export type Occurrence =
  | {
      readonly kind: "message";
      readonly messageId: string;
      readonly at: Date;
      readonly text: string;
    }
  | {
      readonly kind: "member-silent" | "contact-silent";
      /** The message that nobody has answered. */
      readonly messageId: string;
      readonly at: Date;
      readonly afterMinutes: number;
      /** False when somebody has answered after all, or the message is not the first that waits. */
      readonly stillSilent: boolean;
    };

/** Who wrote a line. What was written in the app of the business's phone is a member's. */
export type LineFrom = "contact" | "member" | "rule";

/** A message as the guards look at it. */
export type Line = { readonly from: LineFrom; readonly text: string; readonly at: Date };

/** What rules did lately: what the guards count. */
export type Memory = {
  /** The latest messages of the conversation before the occurrence, oldest first; as far as they are of the last day. */
  readonly lines: readonly Line[];
  /** When rules wrote in this conversation in the last day. */
  readonly sentAt: readonly Date[];
  /** When rules fired in this conversation in the last day, once for each. */
  readonly firedAt: readonly Date[];
  /** When each rule fired last in this conversation. */
  readonly lastFiredAt: ReadonlyMap<string, Date>;
  /** How often each rule fired in all conversations in the last hour. */
  readonly firedInHour: ReadonlyMap<string, number>;
};

/** The work on a conversation, as rules may look at it and change it. */
export type Work = {
  readonly state: WorkState;
  readonly priority: Priority;
  readonly assigneeId: string | null;
  readonly teamId: string | null;
  readonly labelIds: readonly string[];
};

export type ContactFacts = {
  readonly name: string | null;
  /** Two letters, by the phone number; null when there is none. */
  readonly country: string | null;
  /** Two letters; null when nobody said. */
  readonly language: string | null;
  readonly fields: Readonly<Record<string, string>>;
};

/** All that a decision depends on, beside the rules and the time. */
export type Facts = {
  readonly occurrence: Occurrence;
  readonly channelId: string;
  readonly contact: ContactFacts;
  readonly work: Work;
  /** When the contact wrote last, with the occurrence if it is a message: the window follows from it. */
  readonly lastInboundAt: Date | null;
  /** When the contact wrote last before the occurrence; null when they never did. */
  readonly previousInboundAt: Date | null;
  readonly memory: Memory;
};
