import { useTranslation } from "react-i18next";
import { useChat } from "../chat/chat-context.ts";
import { EmojiPanel } from "../emoji/EmojiPanel.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { fieldId, insertAtCaret } from "./insert.ts";

/** The emoji to write with. */
export function EmojiSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { chat } = useChat();
  const writing = fieldId(chat.personId, chat.id);
  return (
    <Sheet title={t("compose.emoji")} onClose={onClose} returnTo={writing} tall>
      <EmojiPanel
        onChoose={(emoji) => {
          const field = document.getElementById(writing);
          if (field instanceof HTMLTextAreaElement) insertAtCaret(field, emoji);
          onClose();
        }}
      />
    </Sheet>
  );
}
