import type { QuickReplyJson } from "@galka/contract/json/library";
import { X, Zap } from "lucide-react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../ui/IconButton.tsx";
import { holesIn } from "./staged-replies.ts";

type Props = {
  readonly reply: QuickReplyJson;
  readonly text: string;
  readonly onDrop: () => void;
};

/** What goes with the words of a quick reply, and which of its variables nobody has filled in. */
export function StagedReplyBar({ reply, text, onDrop }: Props) {
  const { t } = useTranslation();
  const holes = holesIn(text);
  const parts = [reply.file?.name ?? null, ...reply.buttons.map(({ title }) => `[${title}]`)];
  return (
    <div className="flex items-center gap-2 border-b px-4 py-1.5 text-list">
      <Zap size={16} aria-hidden="true" className="shrink-0 text-blue-ink" />
      <div className="min-w-0 flex-1">
        <p className="truncate">
          <span className="font-medium">{reply.title}</span>{" "}
          <span className="text-ink-2">{parts.filter((it) => it !== null).join(" ")}</span>
        </p>
        {holes.length > 0 ? (
          <p role="alert" className="text-red">
            {t("quickReplies.holes", { names: holes.join(", ") })}
          </p>
        ) : null}
      </div>
      <IconButton label={t("quickReplies.drop")} onClick={onDrop}>
        <X size={16} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
