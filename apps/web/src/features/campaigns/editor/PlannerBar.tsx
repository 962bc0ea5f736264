import type { CampaignForecastJson } from "@galka/contract/json/campaigns/forecast";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../../api/use-error-words.ts";
import { Moment } from "../../../ui/marks/Moment.tsx";
import type { EditorStep } from "../campaigns-search.ts";
import { useFigures } from "../use-figures.ts";
import type { useForecast } from "./use-forecast.ts";

type Props = {
  readonly campaignId: string;
  readonly told: ReturnType<typeof useForecast>;
};

/** What the campaign would do as it stands, in one line that is always in sight. */
export function PlannerBar({ campaignId, told }: Props) {
  const { t } = useTranslation();
  const words = useErrorWords();
  const { forecast, error, isOld } = told;
  return (
    <section
      aria-label={t("campaigns.planner")}
      aria-busy={isOld}
      className="shrink-0 border-t bg-surface py-2"
    >
      <div className="mx-auto flex min-h-6 max-w-280 flex-wrap items-center gap-x-4 gap-y-1 px-4 text-list narrow:px-8">
        {error !== null ? <span className="text-red">{words(error)}</span> : null}
        {error === null && forecast === null ? (
          <span className="text-ink-2">{t("campaigns.counting")}</span>
        ) : null}
        {forecast === null ? null : <Told campaignId={campaignId} forecast={forecast} />}
      </div>
    </section>
  );
}

type ToldProps = { readonly campaignId: string; readonly forecast: CampaignForecastJson };

function Told({ campaignId, forecast }: ToldProps) {
  const { t } = useTranslation();
  const { count, moneyRange } = useFigures();
  const { reaches, days, endsAt, cost, skips } = forecast;
  const to = (step: EditorStep, children: ReactNode) => (
    <Link
      to="/campaigns/$campaignId"
      params={{ campaignId }}
      search={{ step }}
      className="inline-flex min-h-6 items-center gap-1 tabular-nums hover:underline"
    >
      {children}
    </Link>
  );
  const without = skips.find(({ reason }) => reason === "no-consent")?.count ?? 0;
  const today = days[0] ?? 0;
  return (
    <>
      <strong className="font-semibold">
        {to("who", t("campaigns.reaches", { count: reaches, text: count(reaches) }))}
      </strong>
      {reaches > today && today > 0
        ? to(
            "check",
            t("campaigns.firstDays", { today: count(today), tomorrow: count(days[1] ?? 0) }),
          )
        : null}
      {endsAt === null || reaches === 0
        ? null
        : to(
            "when",
            <>
              {t("campaigns.endsAt")} <Moment at={endsAt} as="day" />
            </>,
          )}
      {(cost?.totals ?? []).map(({ currency, leastMinor, mostMinor, freeCount }) => (
        <span key={currency}>
          {to(
            "check",
            <>
              {moneyRange(leastMinor, mostMinor, currency)}
              {freeCount > 0 ? ` · ${t("campaigns.free", { text: count(freeCount) })}` : null}
            </>,
          )}
        </span>
      ))}
      {without > 0
        ? to("who", t("campaigns.withoutConsent", { count: without, text: count(without) }))
        : null}
    </>
  );
}
