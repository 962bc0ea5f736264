import type { Priority, WorkState } from "../conversations/work.ts";

/**
 * What sets a rule off.
 *
 * `message`: a contact writes. `greeting`: a contact writes for the first time,
 * or again after so many days of silence. `member-silent`: a contact waits for
 * a person's answer so long. `contact-silent`: the contact has not answered a
 * person of the team so long.
 */
export type Trigger =
  | { readonly kind: "message" }
  | {
      readonly kind: "greeting";
      /** Null greets only whoever never wrote before. */
      readonly afterDays: number | null;
    }
  | { readonly kind: "member-silent"; readonly afterMinutes: number }
  | { readonly kind: "contact-silent"; readonly afterMinutes: number };

/** What has to be so as well. Lists are alternatives: one of them is enough. */
export type Condition =
  | { readonly kind: "channel"; readonly channelIds: readonly string[] }
  | {
      readonly kind: "text";
      /** `word`: as whole words; `part`: anywhere in the text; `exact`: the whole text. */
      readonly how: "word" | "part" | "exact";
      readonly phrases: readonly string[];
    }
  /** A pattern without back-references or look-around: those cannot be matched in linear time. */
  | { readonly kind: "pattern"; readonly pattern: string }
  | { readonly kind: "hours"; readonly during: "office-hours" | "off-hours" }
  | { readonly kind: "team"; readonly presence: "someone" | "nobody" }
  | {
      readonly kind: "field";
      readonly key: string;
      readonly how: FieldTest;
      readonly value: string;
    }
  | { readonly kind: "country"; readonly how: "in" | "not-in"; readonly codes: readonly string[] }
  | { readonly kind: "language"; readonly how: "in" | "not-in"; readonly codes: readonly string[] }
  | { readonly kind: "labels"; readonly how: "any" | "none"; readonly labelIds: readonly string[] }
  | {
      readonly kind: "assignee";
      readonly who: "nobody" | "somebody" | "one-of";
      readonly memberIds: readonly string[];
    }
  | { readonly kind: "state"; readonly states: readonly WorkState[] };

export type FieldTest = "is" | "is-not" | "contains" | "is-empty" | "is-filled";

/** What a rule does. */
export type Action =
  | { readonly kind: "send-text"; readonly text: string }
  | {
      readonly kind: "send-template";
      readonly name: string;
      readonly language: string;
      /** What its variables are filled with: places are "body 1", "header 1", "button 0". */
      readonly values: Readonly<Record<string, string>>;
      /** `closed-window`: only where a text cannot go any more. */
      readonly when: "always" | "closed-window";
    }
  /** A note for the team, with the contact's name filled in like a text to send. */
  | { readonly kind: "add-note"; readonly text: string }
  | { readonly kind: "add-label" | "remove-label"; readonly labelId: string }
  | { readonly kind: "assign-member"; readonly memberId: string | null }
  | { readonly kind: "assign-team"; readonly teamId: string | null }
  | { readonly kind: "set-state"; readonly state: "open" | "pending" | "closed" }
  | { readonly kind: "set-priority"; readonly priority: Priority }
  /** Puts the conversation before the team as unread. */
  | { readonly kind: "remind" }
  | { readonly kind: "webhook"; readonly url: string };

/** An automatic action of the team: when this happens and that is so, then do these. */
export type Rule = {
  readonly id: string;
  readonly name: string;
  readonly isOn: boolean;
  readonly trigger: Trigger;
  /** All of them must hold. */
  readonly conditions: readonly Condition[];
  /** In this order; never empty. */
  readonly actions: readonly Action[];
  /** In one conversation it rests so long after it fired. */
  readonly restMinutes: number;
  /** How often it may fire in an hour in all conversations together. */
  readonly mostPerHour: number;
  /** When it fires, the rules below it do not. */
  readonly isLast: boolean;
};

/** How large a rule may be, and how many of them a workspace may have. */
export const MOST = {
  rules: 100,
  conditions: 20,
  actions: 10,
  phrases: 100,
  phraseLength: 200,
  patternLength: 500,
  textLength: 4096,
  perHour: 100_000,
  silenceMinutes: 30 * 24 * 60,
  restMinutes: 365 * 24 * 60,
} as const;

/** Whether an action says something to the contact. */
export function isSend(action: Action): boolean {
  return action.kind === "send-text" || action.kind === "send-template";
}
