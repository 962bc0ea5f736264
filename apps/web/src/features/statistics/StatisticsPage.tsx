import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { dateOnly } from "../../i18n/dates.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { useNow } from "../../sync/use-now.ts";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { SatisfactionFigures } from "../satisfaction/SatisfactionFigures.tsx";
import { AnswerTimes } from "./AnswerTimes.tsx";
import { BehindSheet } from "./BehindSheet.tsx";
import { CountTiles } from "./CountTiles.tsx";
import { DayChart } from "./DayChart.tsx";
import { PartTables } from "./PartTables.tsx";
import { ScopeChoice } from "./ScopeChoice.tsx";
import { SlaFigures } from "./SlaFigures.tsx";
import { WeekHeat } from "./WeekHeat.tsx";
import { type StatisticsSearch, periodOf, readStatisticsSearch } from "./statistics-search.ts";

/** What comes in, goes out and becomes of it, and how long contacts wait. */
export function StatisticsPage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const api = useApi();
  const navigate = useNavigate();
  const search: StatisticsSearch = useSearch({ from: "/signed-in/statistics" });
  const now = useNow("halfMinute");
  const period = periodOf(search.days, now);
  const { part, partId } = search;
  const query = { ...period, ...(part && partId ? { part, partId } : {}) };
  const counts = useQuery({
    queryKey: ["statistics", query],
    queryFn: () => api("getStatistics", { query }),
    refetchInterval: ({ state }) => (state.data?.countingFrom ? 2_000 : 60_000),
  });
  const times = useQuery({
    queryKey: ["answer-times", query],
    queryFn: () => api("getAnswerTimes", { query }),
    refetchInterval: 60_000,
  });
  const go = (change: Partial<Record<keyof StatisticsSearch, unknown>>) =>
    void navigate({ to: "/statistics", search: readStatisticsSearch({ ...search, ...change }) });

  return (
    <div className="h-full overflow-y-auto bg-desk">
      <div className="mx-auto flex max-w-280 flex-col gap-6 px-4 py-6 narrow:px-8">
        <header className="flex flex-wrap items-end gap-3">
          <div className="min-w-60 flex-1">
            <h1 className="text-head font-semibold">{t("place.statistics")}</h1>
            <p className="mt-1 text-ink-2">{t("statistics.lead")}</p>
          </div>
          <ScopeChoice search={search} parts={counts.data?.parts ?? []} onChange={go} />
        </header>
        {counts.isPending ? <Skeleton rows={4} kind="lines" /> : null}
        {counts.isError ? (
          <ErrorState error={counts.error} onRetry={() => void counts.refetch()} />
        ) : null}
        {counts.data ? (
          <>
            {counts.data.countingFrom ? (
              <Notice tone="soon">
                {t("statistics.counting", {
                  day: dateOnly(locale, new Date(`${counts.data.countingFrom}T00:00`)),
                })}
              </Notice>
            ) : null}
            <CountTiles
              statistics={counts.data}
              onOpen={(behind) => go({ behind, day: undefined })}
            />
            <DayChart
              statistics={counts.data}
              period={period}
              onOpen={(behind, day) => go({ behind, day })}
            />
          </>
        ) : null}
        {times.data ? <AnswerTimes times={times.data} /> : null}
        {times.isError ? (
          <ErrorState error={times.error} onRetry={() => void times.refetch()} />
        ) : null}
        {counts.data && times.isPending ? <Skeleton rows={4} kind="lines" /> : null}
        {counts.data ? (
          <>
            <SatisfactionFigures query={query} />
            <SlaFigures query={query} />
            <WeekHeat statistics={counts.data} times={times.data ?? null} />
            <PartTables
              statistics={counts.data}
              times={times.data ?? null}
              onOpen={(chosen, behind) => go({ ...chosen, behind, day: undefined })}
            />
          </>
        ) : null}
      </div>
      {search.behind ? (
        <BehindSheet
          measure={search.behind}
          query={search.day ? { ...query, from: search.day, to: search.day } : query}
          onClose={() => go({ behind: undefined, day: undefined })}
        />
      ) : null}
    </div>
  );
}
