import type { UnknownSendJson } from "@galka/contract/json/connection";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { Ticks } from "../../ui/marks/Ticks.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { toasts } from "../../ui/toasts.ts";
import { Section } from "../settings/Section.tsx";

/** Messages of which nobody knows yet whether Meta took them. */
export function UnknownSends() {
  const { t } = useTranslation();
  const api = useApi();
  const query = useQuery({
    queryKey: ["unknown-sends"],
    queryFn: () => api("listUnknownSends", {}),
    refetchInterval: 15_000,
  });
  const items = query.data?.items ?? [];
  return (
    <Section title={t("unknownSends.title")} lead={t("unknownSends.lead")}>
      {query.isPending ? <Skeleton rows={2} kind="lines" /> : null}
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isSuccess && items.length === 0 ? (
        <p className="text-ink-2">{t("unknownSends.none")}</p>
      ) : null}
      <ul className="flex flex-col divide-y">
        {items.map((item) => (
          <Row key={item.sendId} send={item} />
        ))}
      </ul>
    </Section>
  );
}

function Row({ send }: { readonly send: UnknownSendJson }) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const words = useErrorWords();
  const [busy, setBusy] = useState(false);
  const { messageId, conversationId, contactName, provenUnsent } = send;

  async function settle(id: string, decision: "send-again" | "leave"): Promise<void> {
    setBusy(true);
    try {
      await api("settleUnknown", { params: { id }, body: { decision } });
      await queryClient.invalidateQueries({ queryKey: ["unknown-sends"] });
    } catch (error) {
      toasts.add({ title: words(error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <Ticks status="unknown" />
      <span className="min-w-50 flex-1">
        <span className="block font-medium">{contactName ?? t("contact.unnamed")}</span>
        <span className="block text-list text-ink-2">
          <Moment at={send.dispatchedAt} as="day" /> ·{" "}
          {provenUnsent ? t("unknownSends.proven") : t("unknownSends.notProven")}
        </span>
      </span>
      {conversationId && messageId ? (
        <Link
          to="/inbox/$conversationId"
          params={{ conversationId }}
          search={{ message: messageId }}
          className="link"
        >
          {t("unknownSends.show")}
        </Link>
      ) : null}
      {messageId ? (
        <>
          <Button
            busy={busy}
            disabled={!provenUnsent}
            onClick={() => void settle(messageId, "send-again")}
          >
            {t("unknown.sendAgain")}
          </Button>
          <Button look="quiet" busy={busy} onClick={() => void settle(messageId, "leave")}>
            {t("unknown.leave")}
          </Button>
        </>
      ) : null}
    </li>
  );
}
