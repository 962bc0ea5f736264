import { parseFormatting } from "@galka/core/messages/formatting";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { FormattedText } from "../thread/text/FormattedText.tsx";

/** How the text will look, as soon as it has any formatting. */
export function FormattingPreview({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const shown = useDeferredValue(text);
  if (!isFormatted(shown)) return null;
  return (
    <section
      aria-label={t("composer.preview")}
      className="max-h-40 overflow-y-auto border-b px-4 py-2"
    >
      <p aria-hidden="true" className="text-meta text-ink-3">
        {t("composer.preview")}
      </p>
      <FormattedText text={shown} />
    </section>
  );
}

/** Whether WhatsApp will show the text differently from how it was typed. Links are no difference. */
export function isFormatted(text: string): boolean {
  return parseFormatting(text).some(
    (block) =>
      block.kind !== "paragraph" ||
      block.lines.some((line) => line.some(({ kind }) => kind !== "plain" && kind !== "link")),
  );
}
