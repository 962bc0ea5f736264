import type { HealthSummaryJson } from "@galka/contract/json/numbers/health";
import { useQuery } from "@tanstack/react-query";
import { Link, Navigate } from "@tanstack/react-router";
import { HeartPulse } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { classNames } from "../../ui/class-names.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { healthSummariesQuery } from "./health-queries.ts";
import { SeverityMark } from "./SeverityMark.tsx";

/** All numbers in a few words each; of a single one its page is opened at once. */
export function NumberList({ chosen }: { readonly chosen: string | undefined }) {
  const { t } = useTranslation();
  const { data, isError, error, refetch } = useQuery(healthSummariesQuery(useApi()));
  if (isError) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const [first] = data ?? [];
  if (data && !first) {
    return (
      <EmptyState
        icon={<HeartPulse size={28} />}
        title={t("health.none.title")}
        text={t("health.none.text")}
      />
    );
  }
  if (first && chosen === undefined) {
    return (
      <Navigate to="/number-health/$channelId" params={{ channelId: first.channelId }} replace />
    );
  }
  if (!data || data.length < 2) return null;
  return (
    <ul className="grid grid-cols-1 gap-3 min-[520px]:grid-cols-2" aria-label={t("health.numbers")}>
      {data.map((it) => (
        <li key={it.channelId}>
          <NumberCard summary={it} isChosen={it.channelId === chosen} />
        </li>
      ))}
    </ul>
  );
}

type CardProps = { readonly summary: HealthSummaryJson; readonly isChosen: boolean };

function NumberCard({ summary, isChosen }: CardProps) {
  const { t } = useTranslation();
  return (
    <Link
      to="/number-health/$channelId"
      params={{ channelId: summary.channelId }}
      aria-current={isChosen ? "page" : undefined}
      className={classNames(
        "flex flex-wrap items-center gap-x-4 gap-y-1 rounded-bubble border bg-surface p-3 hover:bg-surface-2",
        isChosen && "border-blue",
      )}
    >
      <span className="min-w-32 flex-1">
        <span className="block font-semibold">{summary.name}</span>
        <span className="block text-list text-ink-2">{summary.displayPhone}</span>
      </span>
      <span className="flex flex-col items-end">
        <SeverityMark severity={summary.severity} />
        {summary.held === "none" ? null : (
          <span className="text-list text-ink-2">{t(`health.brake.${summary.held}.name`)}</span>
        )}
      </span>
    </Link>
  );
}
