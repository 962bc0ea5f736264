import type { PriceMonthJson } from "@galka/contract/json/prices/prices";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Coins } from "lucide-react";
import { useTranslation } from "react-i18next";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Section } from "../settings/Section.tsx";
import { BudgetAlarms } from "./budgets/BudgetAlarms.tsx";
import { DayBars } from "./DayBars.tsx";
import { LatestMessages } from "./LatestMessages.tsx";
import { Meter } from "./Meter.tsx";
import { usePriceWords } from "./use-price-words.ts";

/** What this month has cost so far, where it is heading, and the latest messages. */
export function Month() {
  const { t } = useTranslation();
  const api = useApi();
  const month = useQuery({
    queryKey: ["collection", "prices", "month"],
    queryFn: () => api("getPriceMonth", {}),
    refetchInterval: ({ state }) => (state.data?.isRebooking ? 2_000 : 30_000),
  });
  if (month.isError) {
    return <ErrorState error={month.error} onRetry={() => void month.refetch()} />;
  }
  if (!month.data) return <Skeleton rows={4} kind="lines" />;
  const { totals, isRebooking } = month.data;
  return (
    <>
      <BudgetAlarms />
      {isRebooking ? <Notice tone="soon">{t("prices.rebooking")}</Notice> : null}
      <Differing count={month.data.disagreeingCount} />
      {totals.length === 0 ? (
        <EmptyState
          icon={<Coins size={28} />}
          title={t("prices.nothing")}
          text={t("prices.nothingText")}
        />
      ) : (
        <>
          <Totals month={month.data} />
          <FreeAnswers month={month.data} />
          <DayBars />
        </>
      )}
      <LatestMessages />
    </>
  );
}

function Differing({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (count === 0) return null;
  return (
    <Notice tone="soon">
      {t("prices.differing", { count, shown: wholeNumber(locale, count) })}{" "}
      <Link to="/prices" search={{ differing: true }} className="link">
        {t("prices.showDiffering")}
      </Link>
    </Notice>
  );
}

function Totals({ month }: { readonly month: PriceMonthJson }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const words = usePriceWords();
  const name = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(
    new Date(`${month.month}-01T00:00:00Z`),
  );
  return (
    <ul className="grid grid-cols-1 gap-3 min-[520px]:grid-cols-2">
      {month.totals.flatMap((total) => [
        <li key={`${total.currency} spent`} className="rounded-bubble border bg-surface p-4">
          <h2 className="text-list font-medium text-ink-2">{t("prices.spent", { month: name })}</h2>
          <p className="text-[24px]/[32px] font-semibold tabular-nums">
            {words.money(total.amountMicros, total.currency)}
          </p>
          <p className="text-list text-ink-2">
            {t("prices.messages", {
              count: total.messageCount,
              shown: wholeNumber(locale, total.messageCount),
              charged: wholeNumber(locale, total.chargedCount),
            })}
          </p>
          {total.markedUpMicros === total.amountMicros ? null : (
            <p className="text-list text-ink-2">
              {t("prices.markedUp", {
                price: words.money(total.markedUpMicros, total.currency),
              })}
            </p>
          )}
        </li>,
        <li key={`${total.currency} forecast`} className="rounded-bubble border bg-surface p-4">
          <h2 className="text-list font-medium text-ink-2">{t("prices.forecast")}</h2>
          {total.forecastMicros === null ? (
            <p className="mt-1 text-list text-ink-2">{t("prices.forecastUnknown")}</p>
          ) : (
            <p className="text-[24px]/[32px] font-semibold tabular-nums">
              {words.money(total.forecastMicros, total.currency)}
            </p>
          )}
        </li>,
      ])}
    </ul>
  );
}

function FreeAnswers({ month }: { readonly month: PriceMonthJson }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const channels = useWorkspace((state) => state.channels);
  if (month.freeAnswers.length === 0) return null;
  return (
    <Section title={t("prices.freeAnswers")}>
      <ul className="flex flex-col gap-3">
        {month.freeAnswers.map(({ channelId, usedCount, freeCount }) => {
          const text = t("prices.freeAnswersOf", {
            used: wholeNumber(locale, usedCount),
            free: wholeNumber(locale, freeCount),
            name: channels?.get(channelId)?.name ?? t("prices.gone"),
          });
          return (
            <li key={channelId} className="flex flex-col gap-1">
              <span className="text-list tabular-nums">{text}</span>
              <Meter label={text} max={freeCount} value={usedCount} />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
