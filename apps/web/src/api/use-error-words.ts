import { RefusedError, UnreachableError } from "@galka/contract/client";
import { metaRefusedFacts } from "@galka/contract/refusals";
import { useTranslation } from "react-i18next";
import { dayAndTime } from "../i18n/dates.ts";
import { z } from "zod";
import { useLocale } from "../i18n/use-locale.ts";

/** What of a refusal's facts helps a person on, where there is such a thing. */
const helpfulFacts = z.object({
  owners: z.array(z.string()).catch([]),
  currencies: z.array(z.string()).catch([]),
  until: z.coerce.date().nullable().catch(null),
});

/** Says an error in the member's words: what happened and what to do. */
export function useErrorWords(): (error: unknown) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  return (error) => {
    const told =
      error instanceof RefusedError ? metaRefusedFacts.safeParse(error.refusal.facts) : null;
    if (told?.success) return `${told.data.explanation[locale]} ${told.data.advice[locale]}`;
    if (error instanceof RefusedError) {
      const { refused, facts = {} } = error.refusal;
      const { owners, currencies, until } = helpfulFacts.parse(facts);
      if (refused === "tier-used-up" && until !== null) {
        return t("error.tierUsedUp", { until: dayAndTime(locale, new Date(), until) });
      }
      return t(`refusal.${refused}`, {
        owners: new Intl.ListFormat(locale).format(owners),
        currencies: new Intl.ListFormat(locale, { type: "disjunction" }).format(currencies),
      });
    }
    if (error instanceof UnreachableError) return t("error.unreachable");
    return t("error.unexpected", {
      detail: error instanceof Error ? error.message : String(error),
    });
  };
}
