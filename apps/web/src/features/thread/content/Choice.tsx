import type { MessageContentJson } from "@galka/contract/json/content";
import { MousePointerClick } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

type Props = {
  readonly content: Extract<MessageContentJson, { kind: "choice" }>;
  readonly foot: ReactNode;
};

/** What a contact tapped: a button, or a row of a list. */
export function Choice({ content, foot }: Props) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap items-end justify-end gap-x-3">
      <div className="min-w-0 grow">
        <p className="flex items-center gap-1.5 text-meta text-ink-2">
          <MousePointerClick size={14} aria-hidden="true" />
          {t(content.from === "list" ? "choice.fromList" : "choice.fromButton")}
        </p>
        <p className="text-[15px]/[21px] wrap-anywhere" dir="auto">
          {content.title}
        </p>
        {content.description ? <p className="text-list text-ink-2">{content.description}</p> : null}
      </div>
      {foot}
    </div>
  );
}
