import { useTranslation } from "react-i18next";
import type { ChatMessageJson } from "@galka/emulator/wire/control";
import { ContentIcon } from "../bubbles/ContentIcon.tsx";
import { summaryOf } from "../bubbles/summary.ts";
import { Ticks } from "../bubbles/Ticks.tsx";

type Props = { readonly message: ChatMessageJson | null; readonly unread: boolean };

/** What a chat's line says of its last message. */
export function Preview({ message, unread }: Props) {
  const { t } = useTranslation();
  if (!message) return <span className="min-w-0 flex-1 truncate">{t("chats.noMessages")}</span>;
  return (
    <>
      {message.ticks && <Ticks ticks={message.ticks} />}
      <ContentIcon content={message.content} />
      <span
        dir="auto"
        className={`min-w-0 flex-1 truncate text-start ${unread ? "font-medium text-ink" : ""}`}
      >
        {summaryOf(message.content, t)}
      </span>
    </>
  );
}
