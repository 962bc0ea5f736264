import type { WriteContent } from "./control.ts";
import type { Duration } from "./population.ts";

/** What a step does; every step may have `after`, a pause before it. */
export type ScriptStep = { readonly after?: Duration } & (
  | object
  | {
      readonly do:
        | "read"
        | "open"
        | "close"
        | "online"
        | "offline"
        | "block"
        | "unblock"
        | "report"
        | "stop-marketing"
        | "resume-marketing"
        | "delete";
    }
  /** The words on a button or row of the latest message that has any. */
  | { readonly tap: string }
  /** A text, or a content as in `WriteRequest`; or a file that is made for you. */
  | { readonly send: string | WriteContent | { readonly made: "photo" | "voice-note" } }
  /** To the latest message; `null` takes the reaction away. */
  | { readonly react: string | null }
  /** Corrects what the person wrote last. */
  | { readonly edit: string }
  /** Any message, one with things to tap, a template, or one whose text contains something. */
  | {
      readonly waitFor: "message" | "card" | "template" | { readonly text: string };
      readonly within?: Duration;
      /** What happens when it does not come in time; the script fails when absent. */
      readonly otherwise?: "go-on" | "stop";
    }
);

export type NewScript = {
  /** With whom: a number's id, phone or chat id. The first number when absent. */
  readonly chat?: string;
  readonly steps: readonly ScriptStep[];
};

export type ScriptJson = {
  readonly id: string;
  readonly personId: string;
  readonly chatId: string;
  readonly steps: readonly unknown[];
  /** Which step is next, counted from 0. */
  readonly nextStep: number;
  /** `running`: a pause passes. `waiting`: a message has to come. */
  readonly state: "running" | "waiting" | "done" | "failed" | "stopped";
  readonly error: string | null;
  readonly startedAt: string;
};
