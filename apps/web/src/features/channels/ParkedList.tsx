import type { ParkedJson } from "@galka/contract/json/connection";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { Raw } from "../../ui/Raw.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { toasts } from "../../ui/toasts.ts";
import { Section } from "../settings/Section.tsx";

const FIRST: string | null = null;

/** What came in and could not be understood: kept whole, to be tried again. */
export function ParkedList() {
  const { t } = useTranslation();
  const api = useApi();
  const query = useInfiniteQuery({
    queryKey: ["parked"],
    queryFn: ({ pageParam }) =>
      api("listParked", { query: pageParam === null ? {} : { cursor: pageParam } }),
    initialPageParam: FIRST,
    getNextPageParam: (page) => page.next,
    refetchInterval: 15_000,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section title={t("parked.title")} lead={t("parked.lead")}>
      {query.isPending ? <Skeleton rows={2} kind="lines" /> : null}
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isSuccess && items.length === 0 ? (
        <p className="text-ink-2">{t("parked.none")}</p>
      ) : null}
      <ul className="flex flex-col divide-y">
        {items.map((item) => (
          <Row key={item.id} parked={item} />
        ))}
      </ul>
      {query.hasNextPage ? (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("parked.older")}
        </Button>
      ) : null}
    </Section>
  );
}

function Row({ parked }: { readonly parked: ParkedJson }) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const words = useErrorWords();
  const channel = useWorkspace((state) => state.channels.get(parked.channelId ?? ""));
  const [busy, setBusy] = useState(false);

  async function retry(): Promise<void> {
    setBusy(true);
    try {
      const { applied } = await api("retryParked", { params: { id: parked.id } });
      toasts.add({ title: applied ? t("parked.applied") : t("parked.stillParked") });
      await queryClient.invalidateQueries({ queryKey: ["parked"] });
    } catch (error) {
      toasts.add({ title: words(error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <li className="flex flex-wrap items-start gap-3 py-3">
      <div className="min-w-50 flex-1">
        <p className="font-medium">{t(`parked.reasonOf.${parked.reason}`)}</p>
        <p className="text-list text-ink-2 wrap-anywhere">{parked.detail}</p>
        <p className="text-meta text-ink-3">
          <Moment at={parked.receivedAt} as="day" />
          {channel ? ` · ${channel.name}` : ""} · {t("parked.attempts", { count: parked.attempts })}
        </p>
        <Raw label={t("parked.raw")} value={parked.member} />
      </div>
      <Button
        busy={busy}
        icon={<RotateCw size={16} aria-hidden="true" />}
        onClick={() => void retry()}
      >
        {t("parked.retry")}
      </Button>
    </li>
  );
}
