import type { QuickReplyJson } from "@galka/contract/json/library";
import type { MessageContentJson } from "@galka/contract/json/content";
import { replyDraft } from "@galka/core/library/reply-draft";
import { createStore } from "../../sync/store.ts";
import { useStore } from "../../sync/SyncProvider.tsx";
import type { Sending } from "../composer/use-send.ts";

const all = createStore<Readonly<Record<string, QuickReplyJson>>>({});

/** The quick reply that what is being written came from, by conversation: its buttons and file go with the words. */
export const stagedReplies = {
  stage: (conversationId: string, reply: QuickReplyJson) =>
    all.update((before) => ({ ...before, [conversationId]: reply })),
  drop: (conversationId: string) => {
    const { [conversationId]: _, ...others } = all.get();
    all.set(others);
  },
} as const;

export function useStagedReply(conversationId: string): QuickReplyJson | null {
  return useStore(all)[conversationId] ?? null;
}

/** The variables that are still in a text, as they are written. */
export function holesIn(text: string): readonly string[] {
  return [...new Set(text.match(/\{\{[^{}]+\}\}/gu) ?? [])];
}

/** The message that a quick reply becomes with the words as they are now. */
export function stagedSending(reply: QuickReplyJson, text: string): Sending {
  const draft = replyDraft({ ...reply, text });
  const files = reply.file ? [reply.file] : [];
  return { draft, content: contentOf(draft, reply), files, quickReplyId: reply.id };
}

function contentOf(
  draft: ReturnType<typeof replyDraft>,
  { file }: QuickReplyJson,
): MessageContentJson {
  if (draft.kind === "text") return draft;
  if (draft.kind === "buttons") {
    const buttons = draft.buttons.map((button) => ({ kind: "reply" as const, ...button }));
    return { kind: "buttons", text: draft.text, buttons };
  }
  const { kind, fileId, caption } = draft;
  const shown = { fileId, ...(caption ? { caption } : {}) };
  if (kind !== "document") return { kind, file: shown };
  return { kind, file: { ...shown, ...(file?.name ? { name: file.name } : {}) } };
}
