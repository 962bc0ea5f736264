import type { CallInput } from "@galka/contract/client";
import { RefusedError } from "@galka/contract/client";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { toasts } from "../../ui/toasts.ts";

type State = CallInput<"changeState">["body"];
type Assignment = CallInput<"assignConversation">["body"];

/** Changes the work on a conversation. The screen learns of it from the event; a refusal is said aloud. */
export function useWork(conversationId: string) {
  const api = useApi();
  const { t } = useTranslation();
  const words = useErrorWords();
  const params = { id: conversationId };

  function tell(error: unknown): void {
    const name = error instanceof RefusedError ? error.refusal.facts?.["name"] : undefined;
    toasts.add({ title: typeof name === "string" ? t("work.takenBy", { name }) : words(error) });
  }

  return {
    take: () => void api("takeConversation", { params }).catch(tell),
    assign: (body: Assignment) => void api("assignConversation", { params, body }).catch(tell),
    change: (body: State) => void api("changeState", { params, body }).catch(tell),
  };
}
