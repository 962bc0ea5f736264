import { useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { SlaLine } from "../sla/SlaLine.tsx";
import { QueueRow } from "./QueueRow.tsx";
import { useSoonest } from "./use-soonest.ts";

const SHOWN = 100;
const QUERY = ["sla-due"] as const;

/** The conversations whose targets are due first, those that are late in front. */
export function DueTargets() {
  const { t } = useTranslation();
  const api = useApi();
  const held = useWorkspace((state) => state.conversations);
  const found = useQuery({
    queryKey: QUERY,
    queryFn: () => api("listSlaDue", { query: { limit: SHOWN } }),
  });
  useSoonest(QUERY);
  if (found.isError) {
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  }
  if (!found.data) return <Skeleton rows={6} kind="rows" />;
  const due = found.data.items
    .map((it) => held?.get(it.id) ?? it)
    .filter(({ sla }) => sla.running !== null);
  if (due.length === 0) {
    return (
      <EmptyState
        icon={<CircleCheck size={28} />}
        title={t("soonest.noTargets.title")}
        text={t("soonest.noTargets.text")}
      />
    );
  }
  return (
    <ul className="divide-y rounded-bubble border bg-surface">
      {due.map((conversation) => (
        <QueueRow key={conversation.id} conversation={conversation}>
          <SlaLine sla={conversation.sla} />
        </QueueRow>
      ))}
    </ul>
  );
}
