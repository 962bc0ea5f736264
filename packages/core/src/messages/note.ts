import type { Refused } from "../kernel/refused.ts";
import type { MessageContent } from "./content.ts";

export type NoteRefused =
  | Refused<"empty-text">
  | Refused<"text-too-long", { readonly maxLength: number }>
  | Refused<"invalid-request", { readonly problem: string }>;

export type NoteDraft = { readonly text: string; readonly mentions: readonly string[] };
export type Note = Extract<MessageContent, { kind: "note" }>;

const LONGEST = 10_000;

/**
 * What a member writes for the team alone.
 *
 * Only members of the team can be mentioned, each once, whoever stands in the
 * text: a name may be another's, an id is not.
 */
export function writeNote(draft: NoteDraft, team: ReadonlySet<string>): Note | NoteRefused {
  const text = draft.text.trim();
  if (text === "") return { refused: "empty-text" };
  if (text.length > LONGEST) return { refused: "text-too-long", maxLength: LONGEST };
  const mentions = [...new Set(draft.mentions)];
  if (mentions.some((id) => !team.has(id))) {
    return { refused: "invalid-request", problem: "Only members of the team can be mentioned." };
  }
  return { kind: "note", text, mentions };
}
