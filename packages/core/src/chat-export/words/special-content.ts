import type { Language, MessageContent } from "../entry.ts";

/** Content that is more than words. */
export type Special = { readonly content: MessageContent; readonly language: Language | null };

/** Content with nothing special about it, to be overridden field by field. */
export function plainContent(text: string): MessageContent {
  return {
    kind: "text",
    text,
    media: null,
    attachmentName: null,
    coordinates: null,
    edited: false,
  };
}
