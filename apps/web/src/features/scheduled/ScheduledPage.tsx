import type { ScheduledMessageJson } from "@galka/contract/json/thread";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowLeft, Clock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Section } from "../settings/Section.tsx";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";
import { ScheduledRow } from "./ScheduledRow.tsx";
import { scheduledQuery } from "./scheduled-query.ts";

/** Every message of the team that waits for its time; above them those that could not be sent at it. */
export function ScheduledPage() {
  const { t } = useTranslation();
  const query = useQuery(scheduledQuery(useApi()));
  const items = query.data?.items ?? [];
  const failed = items.filter(({ state }) => state === "failed");
  const waiting = items.filter(({ state }) => state === "waiting");
  return (
    <div className="h-full overflow-y-auto bg-desk">
      <SettingsSheet
        title={t("scheduled.title")}
        lead={t("scheduled.lead")}
        action={
          <Link to="/inbox" className="control inline-flex items-center gap-2 px-2 text-ink-2">
            <ArrowLeft size={20} aria-hidden="true" />
            {t("place.inbox")}
          </Link>
        }
      >
        {query.isPending ? <Skeleton rows={4} kind="lines" /> : null}
        {query.isError ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : null}
        {query.isSuccess && items.length === 0 ? (
          <EmptyState
            icon={<Clock size={28} />}
            title={t("scheduled.empty.title")}
            text={t("scheduled.empty.text")}
          />
        ) : null}
        {failed.length > 0 ? <Part title={t("scheduled.notSent")} items={failed} /> : null}
        {waiting.length > 0 ? <Part title={t("scheduled.waiting")} items={waiting} /> : null}
      </SettingsSheet>
    </div>
  );
}

type PartProps = { readonly title: string; readonly items: readonly ScheduledMessageJson[] };

function Part({ title, items }: PartProps) {
  return (
    <Section title={title}>
      <ul className="flex flex-col divide-y">
        {items.map((it) => (
          <ScheduledRow key={it.id} scheduled={it} about={<About scheduled={it} />} />
        ))}
      </ul>
    </Section>
  );
}

function About({ scheduled }: { readonly scheduled: ScheduledMessageJson }) {
  const { t } = useTranslation();
  const { conversationId, contactName, authorMemberId } = scheduled;
  const author = useWorkspace((state) => state.members.get(authorMemberId));
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      <Link to="/inbox/$conversationId" params={{ conversationId }} className="link font-medium">
        <bdi>{contactName ?? t("contact.unnamed")}</bdi>
      </Link>
      {author ? (
        <span className="text-ink-2">{t("scheduled.by", { name: author.name })}</span>
      ) : null}
    </span>
  );
}
