import { useTranslation } from "react-i18next";
import type { QuoteJson } from "@galka/emulator/wire/control";
import { ContentIcon } from "./ContentIcon.tsx";
import { summaryOf } from "./summary.ts";

type Props = { readonly quote: QuoteJson; readonly peerName: string; readonly onOpen?: () => void };

/** The message that is answered, above the answer; a tap goes to it. */
export function Quote({ quote, peerName, onOpen }: Props) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="mb-1 block w-full min-w-0 rounded-lg border-s-4 border-blue bg-surface-3/60 px-2.5 py-1.5 text-start"
      onClick={onOpen}
    >
      <span className="block truncate text-list font-semibold text-blue-ink">
        {quote.by === "me" ? t("you") : peerName}
      </span>
      <span className="flex items-center gap-1 text-list text-ink-2">
        {quote.content ? (
          <>
            <ContentIcon content={quote.content} />
            <span dir="auto" className="truncate">
              {summaryOf(quote.content, t)}
            </span>
          </>
        ) : (
          <span className="truncate italic">{t("message.quoteGone")}</span>
        )}
      </span>
    </button>
  );
}
