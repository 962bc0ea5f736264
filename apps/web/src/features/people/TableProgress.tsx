import type { ContactImportJson } from "@galka/contract/json/people";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { toasts } from "../../ui/toasts.ts";
import { useRate } from "../imports/use-rate.ts";
import { Section } from "../settings/Section.tsx";
import { ConsentCounts } from "./ConsentCounts.tsx";
import { UntakenRows } from "./UntakenRows.tsx";

type Props = { readonly item: ContactImportJson };

/** How far an import of contacts is; after it, what came of it. */
export function TableProgress({ item }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const words = useErrorWords();
  const locale = useLocale();
  if (item.state === "ready") return null;
  const text = (count: number) => wholeNumber(locale, count);

  async function stop(): Promise<void> {
    try {
      await api("stopContactImport", { params: { id: item.id } });
    } catch (error) {
      toasts.add({ title: words(error) });
    }
    await queryClient.invalidateQueries({ queryKey: ["contact-import", item.id] });
  }

  return (
    <Section
      title={t(`imports.state.${item.state}`)}
      action={
        item.state === "running" ? (
          <Button onClick={() => void stop()}>{t("imports.stop")}</Button>
        ) : null
      }
    >
      {item.state === "running" ? <Running item={item} /> : null}
      <output className="block">
        {t("people.added", { text: text(item.added) })}
        {" · "}
        {t("people.updated", { text: text(item.updated) })}
        {" · "}
        {t("people.skipped", { text: text(item.skipped) })}
        {" · "}
        {t("people.notTaken", { text: text(item.failed) })}
      </output>
      {item.consents === null ? null : <ConsentCounts consents={item.consents} />}
      {item.choices?.list ? (
        <Link
          className="link mr-4 inline-flex min-h-6 items-center"
          to="/audience"
          search={{ show: "files" }}
        >
          {t("people.openLists")}
        </Link>
      ) : null}
      <UntakenRows item={item} />
    </Section>
  );
}

function Running({ item }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { perSecond, leftSeconds } = useRate(item.rowsDone, item.rowsTotal);
  return (
    <div className="mb-2">
      <progress
        aria-label={t("imports.state.running")}
        value={item.rowsTotal > 0 ? item.rowsDone / item.rowsTotal : 0}
        className="h-2 w-full appearance-none overflow-hidden rounded-full [&::-moz-progress-bar]:bg-blue [&::-webkit-progress-bar]:bg-surface-3 [&::-webkit-progress-value]:bg-blue"
      />
      <p className="text-list text-ink-2">
        {t("people.rows", {
          done: wholeNumber(locale, item.rowsDone),
          total: wholeNumber(locale, item.rowsTotal),
        })}
        {perSecond === null ? "" : ` · ${t("imports.left", { count: leftSeconds ?? 0 })}`}
      </p>
    </div>
  );
}
