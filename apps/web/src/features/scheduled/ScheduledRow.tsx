import type { ScheduledMessageJson } from "@galka/contract/json/thread";
import { Clock, TriangleAlert } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useMay } from "../../api/use-may.ts";
import { dayAndTime } from "../../i18n/dates.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { useNow } from "../../sync/use-now.ts";
import { Button } from "../../ui/Button.tsx";
import { toasts } from "../../ui/toasts.ts";

const ScheduleForm = lazy(() =>
  import("./ScheduleForm.tsx").then((module) => ({ default: module.ScheduleForm })),
);

type Props = {
  readonly scheduled: ScheduledMessageJson;
  /** Whom it goes to and who wrote it, where that is not plain. */
  readonly about?: ReactNode;
};

/** One message that waits, or that could not be sent: when, what, why not; it can be changed and cancelled. */
export function ScheduledRow({ scheduled, about }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const may = useMay();
  const words = useErrorWords();
  const locale = useLocale();
  const now = useNow("halfMinute");
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
        {about}
        <span className={failed ? "font-medium text-red" : "font-medium"}>
          {failed
            ? t("scheduled.failed")
            : t("scheduled.at", { time: dayAndTime(locale, now, new Date(scheduled.sendAt)) })}
        </span>
        <span className="block truncate text-ink-2" dir="auto">
          {"text" in draft ? draft.text : t(`kind.${draft.kind}`)}
        </span>
        {failedBecause ? <span className="block">{t(`refusal.${failedBecause}`)}</span> : null}
      </span>
      {may("conversations.reply") ? (
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
