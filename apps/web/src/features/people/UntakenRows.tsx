import type { ContactImportJson, RowReasonsJson } from "@galka/contract/json/people";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";

type Reason = RowReasonsJson[number]["reason"];

/** Why rows were not taken, how many by each reason; opened, the first of them with what stands there. */
export function UntakenRows({ item }: { readonly item: ContactImportJson }) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (item.reasons.length === 0) return null;
  return (
    <section aria-label={t("people.untaken")} className="mt-3 border-t pt-3">
      <h3 className="mb-1 font-medium">{t("people.untaken")}</h3>
      <ul className="flex flex-col divide-y">
        {item.reasons.map(({ reason, count }) => (
          <li key={reason}>
            <Opened
              reason={reason}
              importId={item.id}
              count={wholeNumber(locale, count)}
              isRunning={item.state === "running"}
            />
          </li>
        ))}
      </ul>
      <a
        className="link mt-2 inline-flex min-h-6 items-center"
        href={`/api/v1/contact-imports/${item.id}/problems.csv`}
        download
      >
        {t("people.problemsCsv")}
      </a>
    </section>
  );
}

type OpenedProps = {
  readonly reason: Reason;
  readonly importId: string;
  readonly count: string;
  readonly isRunning: boolean;
};

function Opened({ reason, importId, count, isRunning }: OpenedProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const words = (
    <>
      <span className="min-w-0 flex-1">{t(`people.problem.${reason}`)}</span>
      <span className="tabular-nums">{count}</span>
    </>
  );
  // While rows are still coming the first ones are the same, but the file is busy being read.
  if (isRunning) return <p className="flex min-h-8 items-center gap-3">{words}</p>;
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="flex min-h-8 cursor-pointer items-center gap-3 pointer-coarse:min-h-11">
        {words}
        <span className="link">{t("people.firstRows")}</span>
      </summary>
      {isOpen ? <Rows reason={reason} importId={importId} /> : null}
    </details>
  );
}

function Rows({ reason, importId }: Pick<OpenedProps, "reason" | "importId">) {
  const { t } = useTranslation();
  const locale = useLocale();
  const api = useApi();
  const errorWords = useErrorWords();
  const query = useQuery({
    queryKey: ["contact-import", importId, "untaken", reason],
    queryFn: () => api("listUntakenRows", { params: { id: importId }, query: { reason } }),
  });
  if (query.isPending) return <Skeleton rows={3} kind="lines" />;
  if (query.isError) return <Notice tone="bad">{errorWords(query.error)}</Notice>;
  return (
    <ul className="pb-2 text-list text-ink-2">
      {query.data.items.map(({ row, column, text }) => (
        <li key={row} className="flex min-h-6 flex-wrap items-baseline gap-x-3">
          <span className="min-w-20 tabular-nums">
            {t("people.rowNumber", { text: wholeNumber(locale, row) })}
          </span>
          {column === null ? null : <bdi>{column}</bdi>}
          <bdi className="min-w-0 font-mono text-meta wrap-anywhere text-ink">{text}</bdi>
        </li>
      ))}
    </ul>
  );
}
