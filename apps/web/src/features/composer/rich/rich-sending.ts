import { messageContentJson } from "@galka/contract/json/content";
import { type DraftJson, draftJson } from "@galka/contract/json/message";
import { type RichDraft, richContent } from "@galka/core/messages/rich-draft";
import type { Sending } from "../use-send.ts";

export type RichKind = RichDraft["kind"];

/** The kinds in the order of the menu. */
export const RICH_KINDS: readonly RichKind[] = ["location", "contacts", "buttons", "list", "link"];

/** What is sent, and how it looks until the server's own version is here. */
export function richSending(draft: RichDraft): Sending {
  return { draft: richDraftJson(draft), content: messageContentJson.parse(richContent(draft)) };
}

/** The API takes a place without its wrapping; everything else as it is. */
function richDraftJson(draft: RichDraft): DraftJson {
  if (draft.kind !== "location") return draftJson.parse(draft);
  return draftJson.parse({ kind: draft.kind, ...draft.place });
}
