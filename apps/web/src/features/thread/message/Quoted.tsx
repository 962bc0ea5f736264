import type { MessageJson } from "@galka/contract/json/message";
import { useTranslation } from "react-i18next";
import { toasts } from "../../../ui/toasts.ts";
import { usePreviewWords } from "../../inbox/use-preview-words.ts";

type Props = {
  readonly quoted: NonNullable<MessageJson["quoted"]>;
  readonly contactName: string;
  readonly onJump: (messageId: string) => boolean;
};

/** What a message answers to. A click goes there, if it is among the messages held here. */
export function Quoted({ quoted, contactName, onJump }: Props) {
  const { t } = useTranslation();
  const preview = usePreviewWords();
  const { messageId, direction, content } = quoted;
  const who = direction === "out" ? t("thread.you") : contactName;

  function jump(): void {
    if (messageId === null || !onJump(messageId)) toasts.add({ title: t("thread.quoteFarAway") });
  }

  return (
    <button
      type="button"
      onClick={jump}
      disabled={messageId === null}
      className="mb-1 block w-full min-w-40 rounded-md border-l-3 border-blue bg-[color-mix(in_oklch,var(--ink)_6%,transparent)] px-2 py-1 text-left text-list"
    >
      {content ? (
        <>
          <span className="block truncate font-medium text-blue-ink">{who}</span>
          <span className="line-clamp-2 text-ink-2" dir="auto">
            {preview(content)}
          </span>
        </>
      ) : (
        <span className="text-ink-2">{t("thread.quoteUnknown")}</span>
      )}
    </button>
  );
}
