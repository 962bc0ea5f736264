import { RefusedError, UnreachableError } from "@galka/contract/client";
import { metaRefusedFacts } from "@galka/contract/refusals";
import { useTranslation } from "react-i18next";
import { dayAndTime } from "../i18n/dates.ts";
import { useLocale } from "../i18n/use-locale.ts";

/** Says an error in the member's words: what happened and what to do. */
export function useErrorWords(): (error: unknown) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  return (error) => {
    const told =
      error instanceof RefusedError ? metaRefusedFacts.safeParse(error.refusal.facts) : null;
    if (told?.success) return `${told.data.explanation[locale]} ${told.data.advice[locale]}`;
    if (error instanceof RefusedError) {
      const { refused, facts } = error.refusal;
      const until = typeof facts?.["until"] === "string" ? new Date(facts["until"]) : null;
      return refused === "tier-used-up" && until
        ? t("refusal.tier-used-up-until", { until: dayAndTime(locale, new Date(), until) })
        : t(`refusal.${refused}`);
    }
    if (error instanceof UnreachableError) return t("error.unreachable");
    return t("error.unexpected", {
      detail: error instanceof Error ? error.message : String(error),
    });
  };
}
