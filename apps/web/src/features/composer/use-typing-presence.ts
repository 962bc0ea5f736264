import { useEffect, useState } from "react";
import { useSync } from "../../sync/SyncProvider.tsx";

/** So long after the last letter nobody is writing any more. */
const PAUSE_MS = 4000;

/** Lets colleagues see that something is being written here. */
export function useTypingPresence(conversationId: string, text: string): void {
  const sync = useSync();
  const [first] = useState(text);

  useEffect(() => {
    if (text === first || text === "") {
      sync.present(conversationId, false);
      return undefined;
    }
    sync.present(conversationId, true);
    const timer = setTimeout(() => sync.present(conversationId, false), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [sync, conversationId, text, first]);
}
