import type { MessageJson } from "@galka/contract/json/message";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { useSync } from "../../sync/SyncProvider.tsx";
import { contactName } from "../contact/contact-name.ts";
import { usePreviewWords } from "../inbox/use-preview-words.ts";

/** Shows the system's notification for what comes in while the page is not looked at. Asked for in the settings. */
export function useNotifications(): void {
  const { t } = useTranslation();
  const sync = useSync();
  const navigate = useNavigate();
  const preview = usePreviewWords();
  const me = useMe();
  const memberId = me.member.id;
  const wanted = me.preferences.notifications ?? false;

  useEffect(() => {
    if (!wanted) return undefined;
    return sync.onEvent((event) => {
      if (event.kind !== "message-added" || !concerns(event.message, memberId)) return;
      if (event.message.source === "import" || !mayNotify()) return;
      const { id, contact } = event.conversation;
      const notification = new Notification(contactName(contact, t("contact.unnamed")), {
        body: preview(event.message.content),
        // One per conversation: the latest replaces the one before it.
        tag: id,
        icon: "/mark.svg",
      });
      notification.addEventListener("click", () => {
        globalThis.focus();
        notification.close();
        void navigate({ to: "/inbox/$conversationId", params: { conversationId: id } });
      });
    });
  }, [sync, t, preview, navigate, wanted, memberId]);
}

/** What the contact wrote, and a colleague's note that names the member. A rating asks nobody for anything. */
function concerns({ direction, content, authorMemberId }: MessageJson, memberId: string): boolean {
  if (direction === "in") return content.kind !== "rating";
  if (content.kind !== "note" || authorMemberId === memberId) return false;
  return content.mentions.includes(memberId);
}

function mayNotify(): boolean {
  return (
    "Notification" in globalThis &&
    Notification.permission === "granted" &&
    (document.hidden || !document.hasFocus())
  );
}
