import type { HealthEventJson } from "@galka/contract/json/numbers/health";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { Raw } from "../../ui/Raw.tsx";
import { Section } from "../settings/Section.tsx";
import { healthHistoryQuery } from "./health-queries.ts";
import { useHistoryWords } from "./use-history-words.ts";

/** The life of a number: what was told, found, done and decided, the latest first. */
export function HealthHistory({ channelId }: { readonly channelId: string }) {
  const { t } = useTranslation();
  const history = useInfiniteQuery(healthHistoryQuery(useApi(), channelId));
  const items = history.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section title={t("health.history.title")} lead={t("health.history.lead")}>
      {history.isError ? (
        <ErrorState error={history.error} onRetry={() => void history.refetch()} />
      ) : null}
      {history.data && items.length === 0 ? (
        <p className="text-ink-2">{t("health.history.none")}</p>
      ) : null}
      <ol className="flex flex-col divide-y">
        {items.map((it) => (
          <HistoryLine key={it.id} event={it} />
        ))}
      </ol>
      {history.hasNextPage ? (
        <Button
          className="mt-3"
          busy={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t("health.history.more")}
        </Button>
      ) : null}
    </Section>
  );
}

function HistoryLine({ event }: { readonly event: HealthEventJson }) {
  const { t } = useTranslation();
  const words = useHistoryWords();
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
      <span className="min-w-50 flex-1">
        <span className="font-medium">{t(`health.history.kind.${event.kind}`)}</span>{" "}
        <span className="text-ink-2 wrap-anywhere">{words(event)}</span>
      </span>
      {event.memberName ? <span className="text-list text-ink-2">{event.memberName}</span> : null}
      <Moment at={event.at} as="day" className="text-list text-ink-3" />
      {event.kind === "account" ? (
        <Raw label={t("health.history.raw")} value={event.after} />
      ) : null}
    </li>
  );
}
