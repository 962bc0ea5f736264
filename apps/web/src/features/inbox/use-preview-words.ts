import { type Preview, previewOf } from "@galka/core/messages/preview";
import type { MessageContentJson } from "@galka/contract/json/content";
import type { TFunction } from "i18next";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";

/** Says a message in one line: what kind it is, where the text alone does not tell, and its text. */
export function usePreviewWords(): (content: MessageContentJson) => string {
  const { t } = useTranslation();
  return useCallback((content) => previewWords(t, previewOf(content)), [t]);
}

/** Kinds whose text says everything: naming them would only take room. */
const SPEAKS_FOR_ITSELF: ReadonlySet<Preview["kind"]> = new Set<Preview["kind"]>([
  "text",
  "buttons",
  "list",
  "template",
  "choice",
  "notice",
]);

export function previewWords(t: TFunction, { kind, text }: Preview): string {
  if (text !== null && SPEAKS_FOR_ITSELF.has(kind)) return text;
  const name = t(`kind.${kind}`);
  if (text === null || kind === "unknown" || kind === "unsupported" || kind === "omitted") {
    return name;
  }
  return t("kind.withText", { kind: name, text });
}
