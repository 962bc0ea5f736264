import { Pencil, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Quote } from "../bubbles/Quote.tsx";
import { useChat } from "../chat/chat-context.ts";
import { IconButton } from "../ui/IconButton.tsx";
import type { Aside } from "./aside.ts";
import { quoteOf } from "./use-write.ts";

type Props = {
  readonly aside: Extract<Aside, { readonly message: unknown }>;
  readonly onClose: () => void;
};

/** What is being answered or edited, above the line one writes in. */
export function AsideBar({ aside, onClose }: Props) {
  const { t } = useTranslation();
  const { chat, showMessage } = useChat();
  return (
    <div className="rise flex items-center gap-1 ps-3 pe-1.5 pt-2">
      {aside.kind === "edit" && (
        <span className="flex-none" title={t("message.editing")}>
          <Pencil size={18} aria-hidden />
          <span className="sr-only">{t("message.editing")}</span>
        </span>
      )}
      <div className="min-w-0 flex-1">
        <Quote
          quote={quoteOf(aside.message)}
          peerName={chat.peer.name}
          onOpen={() => showMessage(aside.message.id)}
        />
      </div>
      <IconButton icon={X} label={t("cancel")} onClick={onClose} />
    </div>
  );
}
