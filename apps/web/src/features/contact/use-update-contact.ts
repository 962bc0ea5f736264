import type { CallInput } from "@galka/contract/client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi } from "../../sync/SyncProvider.tsx";

type Change = CallInput<"updateContact">["body"];

/** Changes a contact. The screen learns of it from the event, like everybody else's. */
export function useUpdateContact(id: string) {
  const api = useApi();
  const queryClient = useQueryClient();
  const words = useErrorWords();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  /** True when it has been changed. */
  async function update(body: Change): Promise<boolean> {
    setBusy(true);
    setError(null);
    try {
      const contact = await api("updateContact", { params: { id }, body });
      queryClient.setQueryData(["contact", id], contact);
      return true;
    } catch (problem) {
      setError(words(problem));
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { update, busy, error };
}
