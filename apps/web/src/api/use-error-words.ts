import { RefusedError, UnreachableError } from "@galka/contract/client";
import { metaRefusedFacts } from "@galka/contract/refusals";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/use-locale.ts";

/** Says an error in the member's words: what happened and what to do. */
export function useErrorWords(): (error: unknown) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  return (error) => {
    const told =
      error instanceof RefusedError ? metaRefusedFacts.safeParse(error.refusal.facts) : null;
    if (told?.success) return `${told.data.explanation[locale]} ${told.data.advice[locale]}`;
    if (error instanceof RefusedError) return t(`refusal.${error.refusal.refused}`);
    if (error instanceof UnreachableError) return t("error.unreachable");
    return t("error.unexpected", {
      detail: error instanceof Error ? error.message : String(error),
    });
  };
}
