/**
 * A change to any number of contacts at once.
 *
 * Who looks after them, their fields, the labels of their conversations and their
 * places on a list can be taken back, and so can blocking; erasing cannot.
 */
export type PeopleChange =
  | { readonly kind: "responsible"; readonly to: string | null }
  /** Null removes the field. */
  | { readonly kind: "field"; readonly name: string; readonly value: string | null }
  | { readonly kind: "label"; readonly labelId: string; readonly on: boolean }
  /** On a list, or off it. */
  | { readonly kind: "list"; readonly listId: string; readonly on: boolean }
  | { readonly kind: "block" }
  | { readonly kind: "erase" };

/** What of a contact was before, or is after: only what the change is about. */
export type PersonMade = {
  readonly responsibleId?: string | null;
  readonly field?: string | null;
  /** Of the contact's conversations those that were changed. */
  readonly conversationIds?: readonly string[];
  /** Of a list that they were taken off: what a file said of them. */
  readonly variables?: Readonly<Record<string, string>> | null;
};

/** How many contacts at most are blocked or erased at once: each asks Meta, or goes through all that was received. */
export const MOST_AT_ONCE = 1000;

/** Whether the change asks somebody else or cannot be taken back: one contact after the other, in the background. */
export function isOneByOne({ kind }: PeopleChange): boolean {
  return kind === "block" || kind === "erase";
}
