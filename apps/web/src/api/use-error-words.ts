import { RefusedError, UnreachableError } from "@galka/contract/client";
import { useTranslation } from "react-i18next";

/** Says an error in the member's words: what happened and what to do. */
export function useErrorWords(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (error instanceof RefusedError) return t(`refusal.${error.refusal.refused}`);
    if (error instanceof UnreachableError) return t("error.unreachable");
    return t("error.unexpected", {
      detail: error instanceof Error ? error.message : String(error),
    });
  };
}
