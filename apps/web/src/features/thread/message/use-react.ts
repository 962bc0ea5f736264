import type { MessageJson } from "@galka/contract/json/message";
import { useErrorWords } from "../../../api/use-error-words.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { toasts } from "../../../ui/toasts.ts";

export const QUICK_REACTIONS = ["👍", "❤️", "😂", "😮", "😢", "🙏"] as const;

type Reacting = {
  /** The business's own reaction. */
  readonly own: string | null;
  /** Puts a reaction on the message; the one that is there is taken back. */
  readonly react: (emoji: string) => void;
};

export function useReact(message: MessageJson): Reacting {
  const api = useApi();
  const words = useErrorWords();
  const own = message.reactions.find(({ by }) => by === "business")?.emoji ?? null;
  return {
    own,
    react: (emoji) => {
      const body = { emoji: emoji === own ? null : emoji };
      api("reactToMessage", { params: { id: message.id }, body }).catch((error: unknown) =>
        toasts.add({ title: words(error) }),
      );
    },
  };
}
