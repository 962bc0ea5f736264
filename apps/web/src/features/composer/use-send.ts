import type { MessageContentJson } from "@galka/contract/json/content";
import type { DraftJson, FileJson, MessageJson } from "@galka/contract/json/message";
import { useCallback } from "react";
import { useSync } from "../../sync/SyncProvider.tsx";
import { newClientId } from "./client-id.ts";

export type Sending = {
  readonly draft: DraftJson;
  /** How it looks until the server's own version is here. */
  readonly content: MessageContentJson;
  readonly files?: readonly FileJson[];
  /** The quick reply that it was made of. */
  readonly quickReplyId?: string;
};

/** Sends into a conversation: the message is on the screen at once and settles by itself. */
export function useSend(
  conversationId: string,
): (sending: Sending, replyTo: MessageJson | null) => void {
  const sync = useSync();
  return useCallback(
    ({ draft, content, files = [], quickReplyId }, replyTo) => {
      const now = Date.now() + sync.live.get().clockOffsetMs;
      sync.outbox.add({
        clientId: newClientId(),
        conversationId,
        draft,
        content,
        files,
        replyTo: replyTo?.id ?? null,
        ...(quickReplyId ? { quickReplyId } : {}),
        at: new Date(now).toISOString(),
      });
    },
    [sync, conversationId],
  );
}
