import { Ban } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useActions } from "../api/actions.ts";
import { useChat } from "./chat-context.ts";

/** In place of the composer while the other end is blocked. */
export function BlockedBar() {
  const { t } = useTranslation();
  const { chat } = useChat();
  const { attempt, setBlocked } = useActions();
  return (
    <div className="hairline-t flex flex-none items-center gap-3 bg-surface px-4 py-3">
      <Ban size={18} aria-hidden className="flex-none text-red" />
      <p className="min-w-0 flex-1 text-list">{t("chat.blockedBar", { name: chat.peer.name })}</p>
      <button
        type="button"
        className="btn"
        onClick={() => attempt(() => setBlocked(chat.personId, chat.id, false))}
      >
        {t("chat.unblock")}
      </button>
    </div>
  );
}
