import { useEffect, useRef } from "react";
import { useApi } from "../../sync/SyncProvider.tsx";
import { drafts } from "./drafts.ts";

/** So long after the last letter the draft goes to the server. */
const PAUSE_MS = 1500;

/**
 * Keeps the draft on the server too, so that it is there on another device.
 *
 * What is on this device is shown at once and wins; the server's is taken only
 * where there is nothing. A server that cannot be reached costs only that.
 */
export function useKeptDraft(conversationId: string, text: string): void {
  const api = useApi();
  const kept = useRef<string | null>(null);

  useEffect(() => {
    let gone = false;
    kept.current = null;
    api("getDraft", { params: { id: conversationId } }).then(
      (draft) => {
        if (gone) return;
        kept.current = draft.text;
        if (draft.text !== "" && drafts.of(conversationId) === "") {
          drafts.write(conversationId, draft.text);
        }
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [api, conversationId]);

  useEffect(() => {
    if (kept.current === null || kept.current === text) return undefined;
    const timer = setTimeout(() => {
      kept.current = text;
      api("saveDraft", { params: { id: conversationId }, body: { text } }).catch(() => undefined);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [api, conversationId, text]);
}
