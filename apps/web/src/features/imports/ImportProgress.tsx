import type { ChatImportJson } from "@galka/contract/json/chat-import";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { toasts } from "../../ui/toasts.ts";
import { Section } from "../settings/Section.tsx";
import { useRate } from "./use-rate.ts";

type Props = { readonly item: ChatImportJson };

/** How far a running import is and when it ends; after it, what came of it. */
export function ImportProgress({ item }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (item.state === "reading" || item.state === "ready") return null;
  const facts = {
    added: t("imports.added", {
      count: item.messagesAdded,
      text: wholeNumber(locale, item.messagesAdded),
    }),
    known: t("imports.known", {
      count: item.messagesKnown,
      text: wholeNumber(locale, item.messagesKnown),
    }),
  };
  return (
    <Section
      title={t(`imports.state.${item.state}`)}
      action={item.state === "running" ? <Stop item={item} /> : null}
    >
      {item.state === "running" ? <Running item={item} /> : null}
      <p>
        {facts.added} · {facts.known}
      </p>
      {item.conversationId && item.state !== "running" ? (
        <Link
          to="/inbox/$conversationId"
          params={{ conversationId: item.conversationId }}
          className="link mt-2 inline-flex min-h-6 items-center"
        >
          {t("imports.open")}
        </Link>
      ) : null}
    </Section>
  );
}

function Running({ item }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { perSecond, leftSeconds } = useRate(item.linesDone, item.linesTotal);
  const share = item.linesTotal > 0 ? item.linesDone / item.linesTotal : 0;
  return (
    <div className="mb-2">
      <progress
        aria-label={t("imports.state.running")}
        value={share}
        className="h-2 w-full appearance-none overflow-hidden rounded-full [&::-moz-progress-bar]:bg-blue [&::-webkit-progress-bar]:bg-surface-3 [&::-webkit-progress-value]:bg-blue"
      />
      <p className="text-list text-ink-2">
        {t("imports.lines", {
          done: wholeNumber(locale, item.linesDone),
          total: wholeNumber(locale, item.linesTotal),
        })}
        {perSecond === null
          ? ""
          : ` · ${t("imports.rate", { rate: wholeNumber(locale, perSecond) })} · ${t("imports.left", { count: leftSeconds ?? 0 })}`}
      </p>
    </div>
  );
}

function Stop({ item }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const words = useErrorWords();
  const [busy, setBusy] = useState(false);

  async function stop(): Promise<void> {
    setBusy(true);
    try {
      await api("stopImport", { params: { id: item.id } });
    } catch (error) {
      toasts.add({ title: words(error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Button busy={busy} onClick={() => void stop()}>
      {t("imports.stop")}
    </Button>
  );
}
