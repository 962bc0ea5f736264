import type { ConversationJson } from "@galka/contract/json/conversation";
import type { MessageJson } from "@galka/contract/json/message";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../ui/IconButton.tsx";
import { contactName } from "../contact/contact-name.ts";
import { usePreviewWords } from "../inbox/use-preview-words.ts";

type Props = {
  readonly message: MessageJson;
  readonly conversation: ConversationJson;
  readonly onCancel: () => void;
};

/** What is being answered, above the field. */
export function ReplyBar({ message, conversation, onCancel }: Props) {
  const { t } = useTranslation();
  const preview = usePreviewWords();
  const name =
    message.direction === "out"
      ? t("thread.you")
      : contactName(conversation.contact, t("contact.unnamed"));
  return (
    <div className="flex items-center gap-2 border-b px-3 py-1.5">
      <div className="min-w-0 flex-1 border-l-3 border-blue pl-2 text-list">
        <p className="truncate font-medium text-blue-ink">{t("composer.replyTo", { name })}</p>
        <p className="truncate text-ink-2" dir="auto">
          {preview(message.content)}
        </p>
      </div>
      <IconButton label={t("composer.cancelReply")} keys="Esc" onClick={onCancel}>
        <X size={18} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
