import type { ConversationJson } from "@galka/contract/json/conversation";
import { useEffect, useState } from "react";
import { useMay } from "../../api/use-may.ts";
import { useApi } from "../../sync/SyncProvider.tsx";

/** Marks a conversation as read once its newest message has really been in front of somebody. */
export function useMarkRead(conversation: ConversationJson, atNewest: boolean): void {
  const api = useApi();
  const looking = useLooking();
  const mayMark = useMay()("conversations.reply");
  const { id, unreadCount } = conversation;

  useEffect(() => {
    if (!mayMark || !looking || !atNewest || unreadCount === 0) return;
    // An answer that is a no, or none, leaves it unread; looking again asks again.
    api("markRead", { params: { id } }).catch(() => undefined);
  }, [api, id, looking, atNewest, unreadCount, mayMark]);
}

/** Whether this page is the one that is looked at. */
function useLooking(): boolean {
  const [looking, setLooking] = useState(isLooking);
  useEffect(() => {
    const update = () => setLooking(isLooking());
    for (const name of ["focus", "blur"] as const) globalThis.addEventListener(name, update);
    document.addEventListener("visibilitychange", update);
    return () => {
      for (const name of ["focus", "blur"] as const) globalThis.removeEventListener(name, update);
      document.removeEventListener("visibilitychange", update);
    };
  }, []);
  return looking;
}

function isLooking(): boolean {
  return !document.hidden && document.hasFocus();
}
