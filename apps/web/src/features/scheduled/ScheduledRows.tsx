import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { ScheduledRow } from "./ScheduledRow.tsx";
import { scheduledQuery } from "./scheduled-query.ts";

/** What waits for its time in this conversation, above the field: it can be changed and cancelled. */
export function ScheduledRows({ conversationId }: { readonly conversationId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(scheduledQuery(useApi()));
  const own = (data?.items ?? []).filter((it) => it.conversationId === conversationId);
  if (own.length === 0) return null;
  return (
    <section
      aria-label={t("scheduled.title")}
      className="max-h-48 shrink-0 overflow-y-auto border-t bg-surface-2 px-3 py-1 narrow:px-6"
    >
      <ul className="mx-auto flex max-w-240 flex-col divide-y">
        {own.map((it) => (
          <ScheduledRow key={it.id} scheduled={it} />
        ))}
      </ul>
    </section>
  );
}
