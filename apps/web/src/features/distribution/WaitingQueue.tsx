import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { useNow } from "../../sync/use-now.ts";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Section } from "../settings/Section.tsx";
import { useSpanWords } from "../statistics/use-span-words.ts";
import { workCountsQuery } from "./distribution-queries.ts";

/** The server counts no further. */
const COUNTED = 1_000;

/** How much waits for somebody, and for how long. */
export function WaitingQueue() {
  const { t } = useTranslation();
  const counts = useQuery(workCountsQuery(useApi()));
  const locale = useLocale();
  const spanWords = useSpanWords();
  const now = useNow("halfMinute");
  const number = (count: number) =>
    count >= COUNTED ? `${wholeNumber(locale, COUNTED)}+` : wholeNumber(locale, count);
  const since = counts.data?.oldestWaitingSince ?? null;
  const waited =
    since === null ? null : spanWords(Math.max(0, now.getTime() - new Date(since).getTime()));
  return (
    <Section title={t("distribution.queue")} lead={t("distribution.queueLead")}>
      {counts.isError ? (
        <ErrorState error={counts.error} onRetry={() => void counts.refetch()} />
      ) : counts.data ? (
        <dl className="grid grid-cols-2 gap-4 narrow:grid-cols-4">
          <Tile name={t("distribution.unassigned")} value={number(counts.data.unassigned)} />
          <Tile name={t("distribution.longest")} value={waited ?? "–"} />
          <Tile name={t("distribution.open")} value={number(counts.data.open)} />
          <Tile name={t("distribution.mine")} value={number(counts.data.mine)} />
        </dl>
      ) : (
        <Skeleton rows={1} kind="lines" />
      )}
    </Section>
  );
}

function Tile({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className="flex flex-col">
      <dt className="text-list text-ink-2">{name}</dt>
      <dd className="text-head font-semibold">{value}</dd>
    </div>
  );
}
