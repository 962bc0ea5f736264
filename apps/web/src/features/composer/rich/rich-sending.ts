import type { MessageContentJson } from "@galka/contract/json/content";
import { type DraftJson, draftJson } from "@galka/contract/json/message";
import { unreachable } from "@galka/core/kernel/unreachable";
import type { ContactCard, ListSection } from "@galka/core/messages/content";
import { type RichDraft, richContent } from "@galka/core/messages/rich-draft";
import type { Sending } from "../use-send.ts";

export type RichKind = RichDraft["kind"];

/** The kinds in the order of the menu. */
export const RICH_KINDS: readonly RichKind[] = ["location", "contacts", "buttons", "list", "link"];

/** What is sent of a draft without flaws, and how it looks until the server's own version is here. */
export function richSending(draft: RichDraft): Sending {
  return { draft: richDraftJson(draft), content: richContentJson(draft) };
}

/** The API takes a place without its wrapping; everything else as it is. */
function richDraftJson(draft: RichDraft): DraftJson {
  if (draft.kind !== "location") return draftJson.parse(draft);
  return draftJson.parse({ kind: draft.kind, ...draft.place });
}

type RichContentJson = Extract<
  MessageContentJson,
  { kind: "location" | "contacts" | "buttons" | "list" }
>;

/** How a draft looks, also while it is not whole: what would be refused is shown as well. */
export function richContentJson(draft: RichDraft): RichContentJson {
  switch (draft.kind) {
    case "location":
      return draft;
    case "contacts":
      return { kind: draft.kind, cards: draft.cards.map(cardJson) };
    case "list": {
      const { kind, text, footer = "", buttonTitle } = draft;
      const sections = draft.sections.map(sectionJson);
      return { kind, text, ...(footer && { footer }), buttonTitle, sections };
    }
    case "buttons":
    case "link": {
      const { text, footer = "" } = draft;
      return { kind: "buttons", text, ...(footer && { footer }), buttons: buttonsJson(draft) };
    }
    default:
      return unreachable(draft);
  }
}

type ButtonsJson = Extract<MessageContentJson, { kind: "buttons" }>["buttons"];

function buttonsJson(draft: Extract<RichDraft, { kind: "buttons" | "link" }>): ButtonsJson {
  const content = richContent(draft);
  return content.kind === "buttons" ? content.buttons.map((it) => ({ ...it })) : [];
}

function cardJson({ phones, emails, ...card }: ContactCard) {
  return {
    ...card,
    phones: phones.map((it) => ({ ...it })),
    emails: emails.map((it) => ({ ...it })),
  };
}

function sectionJson({ rows, ...section }: ListSection) {
  return { ...section, rows: rows.map((row) => ({ ...row })) };
}
