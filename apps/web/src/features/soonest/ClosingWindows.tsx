import type { CallAnswer } from "@galka/contract/client";
import { useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { timeLeft } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { useNow } from "../../sync/use-now.ts";
import { classNames } from "../../ui/class-names.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { QueueRow } from "./QueueRow.tsx";
import { useSoonest } from "./use-soonest.ts";

const SHOWN = 100;
const SOON_MS = 60 * 60_000;
const QUERY = ["closing-windows"] as const;
type Closing = CallAnswer<"listClosingWindows">["items"][number];

/** Who waits and whose window shuts next: what an answer costs now, and what a template will. */
export function ClosingWindows() {
  const { t } = useTranslation();
  const api = useApi();
  const found = useQuery({
    queryKey: QUERY,
    queryFn: () => api("listClosingWindows", { query: { limit: SHOWN } }),
    refetchInterval: 60_000,
  });
  useSoonest(QUERY);
  const now = useNow("second");
  if (found.isError) {
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  }
  if (!found.data) return <Skeleton rows={6} kind="rows" />;
  const open = found.data.items.filter(({ closesAt }) => Date.parse(closesAt) > now.getTime());
  if (open.length === 0) {
    return (
      <EmptyState
        icon={<CircleCheck size={28} />}
        title={t("soonest.noWindows.title")}
        text={t("soonest.noWindows.text")}
      />
    );
  }
  return (
    <ul className="divide-y rounded-bubble border bg-surface">
      {open.map((item) => (
        <QueueRow key={item.conversation.id} conversation={item.conversation}>
          <Left closesAt={item.closesAt} now={now} />
          <Price prices={item.prices} />
        </QueueRow>
      ))}
    </ul>
  );
}

function Left({ closesAt, now }: { readonly closesAt: string; readonly now: Date }) {
  const { t } = useTranslation();
  const leftMs = Date.parse(closesAt) - now.getTime();
  const soon = leftMs < SOON_MS;
  return (
    <span className={classNames("font-medium tabular-nums", soon ? "text-amber" : "text-ink")}>
      {t(soon ? "soonest.leftSoon" : "soonest.left", { left: timeLeft(leftMs) })}
    </span>
  );
}

function Price({ prices }: { readonly prices: Closing["prices"] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const price = (micros: number) =>
    new Intl.NumberFormat(locale, {
      style: "currency",
      currency: prices.currency,
      minimumFractionDigits: 2,
      maximumFractionDigits: 4,
    }).format(micros / 1e6);
  return (
    <span className="text-list text-ink-2 tabular-nums">
      {prices.answerMicros === 0 ? (
        <span className="text-green">{t("soonest.free")}</span>
      ) : (
        t("soonest.now", { price: price(prices.answerMicros) })
      )}
      {" · "}
      {t("soonest.later", {
        utility: price(prices.utilityMicros),
        marketing: price(prices.marketingMicros),
      })}
    </span>
  );
}
