import type { MessageJson } from "@galka/contract/json/message";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { toasts } from "../../ui/toasts.ts";

/** Pins a message for the team, or takes its pin off. */
export function usePin(message: MessageJson): () => void {
  const api = useApi();
  const words = useErrorWords();
  return () => {
    const body = { pinned: message.pinnedAt === null };
    api("pinMessage", { params: { id: message.id }, body }).catch((error: unknown) =>
      toasts.add({ title: words(error) }),
    );
  };
}
