import type { MessageJson } from "@galka/contract/json/message";
import { Pin } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Moment } from "../../../ui/marks/Moment.tsx";
import { Ticks } from "../../../ui/marks/Ticks.tsx";

/** When it was said, whether it was changed, and how far it has come. */
export function BubbleFoot({ message }: { readonly message: MessageJson }) {
  const { t } = useTranslation();
  const isOut = message.direction === "out";
  return (
    <span
      className={`inline-flex items-center gap-1 text-meta whitespace-nowrap ${isOut ? "text-meta-out" : "text-ink-3"}`}
    >
      {message.source === "import" ? <span>{t("thread.imported")}</span> : null}
      {message.editedAt ? <span>{t("thread.edited")}</span> : null}
      {message.pinnedAt ? <Pin size={12} aria-label={t("pins.pinned")} /> : null}
      <Moment at={message.at} as="clock" />
      {isOut && message.source === "live" ? <Ticks status={message.status} /> : null}
    </span>
  );
}
