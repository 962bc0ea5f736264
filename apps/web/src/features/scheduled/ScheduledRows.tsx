import type { ScheduledMessageJson } from "@galka/contract/json/thread";
import { useQuery } from "@tanstack/react-query";
import { Clock, TriangleAlert } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { useErrorWords } from "../../api/use-error-words.ts";
import { dayAndTime } from "../../i18n/dates.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { useNow } from "../../sync/use-now.ts";
import { Button } from "../../ui/Button.tsx";
import { toasts } from "../../ui/toasts.ts";

const ScheduleForm = lazy(() =>
  import("./ScheduleForm.tsx").then((module) => ({ default: module.ScheduleForm })),
);

/** What waits for its time in this conversation, above the field: it can be changed and cancelled. */
export function ScheduledRows({ conversationId }: { readonly conversationId: string }) {
  const { t } = useTranslation();
  const api = useApi();
  const { data } = useQuery({
    queryKey: ["collection", "scheduled-messages"],
    queryFn: () => api("listScheduled", { query: {} }),
  });
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

function ScheduledRow({ scheduled }: { readonly scheduled: ScheduledMessageJson }) {
  const { t } = useTranslation();
  const api = useApi();
  const words = useErrorWords();
  const locale = useLocale();
  const now = useNow("halfMinute");
  const mayChange = useMay()("conversations.reply");
  const [changing, setChanging] = useState(false);
  const { id, draft, state, failedBecause } = scheduled;
  const failed = state === "failed";
  const Icon = failed ? TriangleAlert : Clock;

  function cancel(): void {
    api("cancelScheduled", { params: { id } }).catch((error: unknown) =>
      toasts.add({ title: words(error) }),
    );
  }

  return (
    <li className="flex flex-wrap items-center gap-2 py-1.5 text-list">
      <Icon size={16} aria-hidden="true" className={failed ? "text-red" : "text-ink-3"} />
      <span className="min-w-0 flex-1 basis-60">
        <span className={failed ? "font-medium text-red" : "font-medium"}>
          {failed
            ? t("scheduled.failed")
            : t("scheduled.at", { time: dayAndTime(locale, now, new Date(scheduled.sendAt)) })}
        </span>
        <span className="block truncate text-ink-2" dir="auto">
          {draft.kind === "text" ? draft.text : t(`kind.${draft.kind}`)}
        </span>
        {failedBecause ? <span className="block">{t(`refusal.${failedBecause}`)}</span> : null}
      </span>
      {mayChange ? (
        <>
          <Button look="quiet" onClick={() => setChanging(true)}>
            {t("scheduled.change")}
          </Button>
          <Button look="quiet" onClick={cancel}>
            {failed ? t("scheduled.putAway") : t("scheduled.cancel")}
          </Button>
        </>
      ) : null}
      {changing ? (
        <Suspense>
          <ScheduleForm scheduled={scheduled} onClose={() => setChanging(false)} />
        </Suspense>
      ) : null}
    </li>
  );
}
