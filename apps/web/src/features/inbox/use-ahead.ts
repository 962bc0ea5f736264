import { useCallback, useEffect, useRef } from "react";
import { useSync } from "../../sync/SyncProvider.tsx";

/** So long a pointer or the focus rests on a row before it is taken for a wish. */
const REST_MS = 60;

/** Fetches a conversation before it is opened: call it when one has become likely. The last one counts. */
export function useAhead(): (conversationId: string) => void {
  const { load } = useSync();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (conversationId) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void load.ahead(conversationId), REST_MS);
    },
    [load],
  );
}

/** How long an open conversation is looked at before the ones beside it are fetched. */
const SETTLED_MS = 150;

/** Fetches the neighbours of the conversation that is open: the next one down, then the one above. */
export function useNeighboursAhead(order: readonly string[], selectedId: string | null): void {
  const { load } = useSync();
  const at = selectedId === null ? -1 : order.indexOf(selectedId);
  const next = at < 0 ? undefined : order[at + 1];
  const previous = at < 0 ? undefined : order[at - 1];
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const id of [next, previous]) if (id !== undefined) void load.ahead(id);
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [load, next, previous]);
}
