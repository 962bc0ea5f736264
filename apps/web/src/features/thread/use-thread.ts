import { useCallback, useEffect, useState } from "react";
import { useSync, useWorkspace } from "../../sync/SyncProvider.tsx";
import type { Thread } from "../../sync/workspace-state.ts";

type LoadedThread = {
  readonly thread: Thread | null;
  readonly error: unknown;
  readonly retry: () => void;
};

/**
 * The messages of a conversation: from what is held at once, fetched where nothing is.
 *
 * `around` asks for the stretch around one message, unless it is held already.
 */
export function useThread(conversationId: string, around: string | null): LoadedThread {
  const { load } = useSync();
  const thread = useWorkspace((state) => state.threads.get(conversationId));
  const [error, setError] = useState<unknown>(null);
  const missing = !thread || thread.stale;
  const elsewhere = around !== null && thread?.messages.every(({ id }) => id !== around) === true;

  const fetchThread = useCallback(
    (id?: string) => {
      load.thread(conversationId, id).then(() => setError(null), setError);
    },
    [load, conversationId],
  );

  useEffect(() => load.use(conversationId), [load, conversationId]);
  useEffect(() => {
    if (missing || elsewhere) fetchThread(around ?? undefined);
  }, [missing, elsewhere, around, fetchThread]);

  return { thread: thread ?? null, error, retry: () => fetchThread(around ?? undefined) };
}
