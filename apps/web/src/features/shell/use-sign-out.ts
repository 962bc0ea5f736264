import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { unsubscribeFromPush } from "./worker/push.ts";
import { toasts } from "../../ui/toasts.ts";

/** Ends the session and forgets what the page holds of it. */
export function useSignOut(): () => void {
  const api = useApi();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const words = useErrorWords();

  async function signOut(): Promise<void> {
    try {
      // Without a line to the push service the session ends all the same.
      await unsubscribeFromPush(api).catch(() => {});
      await api("signOut", {});
      queryClient.clear();
      await navigate({ to: "/sign-in" });
    } catch (error) {
      toasts.add({ title: words(error) });
    }
  }

  return () => void signOut();
}
