import type { MessageContentJson } from "@galka/contract/json/content";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { RatingMark } from "../../satisfaction/RatingMark.tsx";

type Props = {
  readonly content: Extract<MessageContentJson, { kind: "rating" }>;
  readonly foot: ReactNode;
};

/** How the contact was served, as they said it themselves. */
export function RatingContent({ content, foot }: Props) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap items-end justify-end gap-x-3">
      <div className="min-w-0 grow">
        <p className="flex items-center gap-1.5 text-meta text-ink-2">
          {t("kind.rating")} <RatingMark rating={content} />
        </p>
        <p className="text-[15px]/[21px] wrap-anywhere" dir="auto">
          {content.title}
        </p>
      </div>
      {foot}
    </div>
  );
}
