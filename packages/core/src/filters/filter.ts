import type { Priority, WorkState } from "../conversations/work.ts";
import type { RatingWord } from "../satisfaction/rating.ts";

/**
 * Which conversations are meant, as data: what a saved view keeps, what a
 * rule asks and what the inbox's address says.
 *
 * All clauses must hold. A clause is one condition or several of which one is
 * enough, so that everything can be said without brackets inside brackets.
 * PostgreSQL and the page read the same filter; a test holds them to the same
 * answer.
 */
export type Filter = { readonly all: readonly Clause[] };
export type Clause = Condition | { readonly any: readonly Condition[] };

/** One thing about a conversation. `not` turns it round. */
export type Condition = { readonly not?: true } & About;

type About =
  | { readonly field: "status"; readonly in: readonly WorkState[] }
  | { readonly field: "priority"; readonly in: readonly Priority[] }
  /** Members; `me` is whoever asks, `nobody` means that nobody has it. */
  | { readonly field: "assignee"; readonly in: readonly string[] }
  /** Teams; `mine` are those of whoever asks, `none` means that no team has it. */
  | { readonly field: "team"; readonly in: readonly string[] }
  /** Has one of these labels; `none` means that it has no label. */
  | { readonly field: "label"; readonly in: readonly string[] }
  | { readonly field: "channel"; readonly in: readonly string[] }
  | { readonly field: "contact"; readonly in: readonly string[] }
  | { readonly field: "unread" }
  /** The latest rating; `none` means that there is none. */
  | { readonly field: "rating"; readonly in: readonly (RatingWord | "none")[] }
  /** Its contact has answered one of these campaigns here. */
  | { readonly field: "answered-campaign"; readonly in: readonly string[] }
  /** Who wrote last. */
  | { readonly field: "last-word"; readonly by: "contact" | "business" }
  /** The contact has waited for an answer at least so long. */
  | { readonly field: "waiting"; readonly minutes: number }
  /** `closing` is open for less than an hour. */
  | { readonly field: "window"; readonly is: "open" | "closing" | "closed" | "never-open" }
  /** A target's clock is due within so many minutes and is not yet. */
  | { readonly field: "sla-due"; readonly minutes: number }
  /**
   * `soon`: its warning has come and it is not due yet. `broken`: a target of
   * the last case was not kept. `kept`: one was, and none was broken.
   */
  | { readonly field: "sla"; readonly is: "soon" | "broken" | "kept" }
  /** The last message is at most so old. */
  | { readonly field: "last-message"; readonly minutes: number }
  | { readonly field: "last-message-after"; readonly at: string }
  | { readonly field: "contact-name"; readonly contains: string }
  | { readonly field: "contact-field"; readonly name: string; readonly is: string }
  | { readonly field: "contact-field-has"; readonly name: string; readonly contains: string }
  | { readonly field: "contact-field-filled"; readonly name: string }
  /** The country calling code of their phone number: "49", "7". */
  | { readonly field: "country"; readonly in: readonly string[] };

export type FilterField = Condition["field"];

/** Who asks, and when: what `me`, `mine` and the times are about. */
export type Asking = {
  readonly now: Date;
  readonly memberId: string;
  readonly teamIds: readonly string[];
};

/** Every conversation. */
export const EVERYTHING: Filter = { all: [] };

/** What both filters mean. */
export function both(one: Filter, other: Filter): Filter {
  return { all: [...one.all, ...other.all] };
}

export function conditionsOf(filter: Filter): readonly Condition[] {
  return filter.all.flatMap((clause) => ("any" in clause ? clause.any : [clause]));
}

const TIMED: readonly FilterField[] = ["waiting", "window", "sla-due", "sla", "last-message"];

/** Whether a conversation can enter or leave by the mere passing of time. */
export function isTimed(filter: Filter): boolean {
  return conditionsOf(filter).some(({ field }) => TIMED.includes(field));
}
