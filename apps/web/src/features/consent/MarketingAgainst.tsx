import type { MarketingStateJson } from "@galka/contract/json/consent/consent";
import { unreachable } from "@galka/core/kernel/unreachable";
import { useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { dayAndTime } from "../../i18n/dates.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { useNow } from "../../sync/use-now.ts";
import { Notice } from "../../ui/Notice.tsx";
import { consentQuery } from "./consent-query.ts";

/** How marketing to a contact over a number stands at this moment; nothing while nobody knows, or asks: of null. */
export function useMarketingState(
  contactId: string,
  channelId: string | null,
): MarketingStateJson | undefined {
  const query = consentQuery(useApi(), contactId);
  const consent = useQuery({ ...query, staleTime: 0, enabled: channelId !== null });
  return consent.data?.marketing.find((it) => it.channelId === channelId);
}

/** Why marketing cannot be sent, and what would allow it. */
export function MarketingAgainst({ state }: { readonly state: MarketingStateJson }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const now = useNow("halfMinute");
  const until = state.until === null ? "" : dayAndTime(locale, now, new Date(state.until));
  return (
    <Notice tone="soon">
      <p className="font-medium">{t("consent.against.title")}</p>
      <p>{reasonOf(t, state, until)}</p>
      {state.missing === null ? null : <p>{t(`consent.against.allow.${state.missing}`)}</p>}
    </Notice>
  );
}

function reasonOf(t: TFunction, state: MarketingStateJson, until: string): string {
  switch (state.against) {
    case "no-consent":
      return t(`consent.against.no-consent.${state.missing ?? "nothing-recorded"}`);
    case "marketing-off": {
      const why = state.because === null ? "off" : state.because;
      const country = state.country ?? "";
      return `${t("consent.against.marketing-off", { country })} ${t(`consent.against.${why}`)}`;
    }
    case "marketing-too-often":
      return t("consent.against.marketing-too-often", {
        most: state.most,
        days: state.days,
        until,
      });
    case "quiet-hours":
      return state.until === null
        ? t("consent.against.never-day")
        : t("consent.against.quiet-hours", { until });
    case null:
      return "";
    default:
      return unreachable(state.against);
  }
}
