import type { MessageContentJson } from "@galka/contract/json/content";
import { FileQuestion } from "lucide-react";
import { useTranslation } from "react-i18next";
import { leftOut } from "./left-out.ts";
import { FormattedText } from "../text/FormattedText.tsx";
import { Raw } from "../../../ui/Raw.tsx";

type Props = {
  readonly content: Extract<MessageContentJson, { kind: "omitted" | "unsupported" | "unknown" }>;
};

/** Something came that cannot be shown: says so, says what, and keeps what came at hand. */
export function NotShown({ content }: Props) {
  const { t } = useTranslation();
  const what = content.kind === "omitted" ? t(`omitted.${leftOut(content.what)}`) : content.what;
  return (
    <div className="max-w-90">
      <p className="flex items-start gap-2 text-ink-2">
        <FileQuestion size={18} aria-hidden="true" className="mt-px shrink-0" />
        <span>{t(`notShown.${wordsFor(content)}`, { what })}</span>
      </p>
      {content.kind === "omitted" && content.name ? (
        <p className="mt-1 text-list text-ink-2 wrap-anywhere">{content.name}</p>
      ) : null}
      {content.kind === "omitted" && content.caption ? (
        <FormattedText text={content.caption} />
      ) : null}
      {content.kind === "unsupported" && content.detail ? (
        <p className="mt-1 text-list text-ink-2">{content.detail}</p>
      ) : null}
      {content.kind === "unknown" ? <Raw label={t("notShown.raw")} value={content.raw} /> : null}
    </div>
  );
}

/**
 * What an ordinary number of the Cloud API hears of an edit and of a deletion.
 *
 * Meta: which message it was is told only of numbers that are used in the
 * Business app as well, docs/…/webhooks/reference/messages/unsupported, read 2026-11.
 */
function wordsFor({ kind, what }: Props["content"]) {
  if (kind !== "unsupported") return kind;
  if (what === "edit") return "edited";
  return what === "unknown" ? "unsaid" : kind;
}
