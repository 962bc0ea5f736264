import type { ChatImportJson } from "@galka/contract/json/chat-import";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Section } from "../settings/Section.tsx";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";
import { UploadExport } from "./UploadExport.tsx";

/** Brings in what WhatsApp's own export writes, and shows what was brought in before. */
export function ImportsPage() {
  const { t } = useTranslation();
  const api = useApi();
  const query = useQuery({ queryKey: ["imports"], queryFn: () => api("listImports", {}) });
  const told = useWorkspace((state) => state.imports);
  const items = (query.data?.items ?? []).map((item) => told?.get(item.id) ?? item);

  return (
    <SettingsSheet title={t("settings.imports")} lead={t("imports.lead")}>
      <UploadExport />
      <Section title={t("imports.earlier")}>
        {query.isPending ? <Skeleton rows={2} kind="lines" /> : null}
        {query.isError ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : null}
        {query.isSuccess && items.length === 0 ? (
          <p className="text-ink-2">{t("imports.none")}</p>
        ) : null}
        <ul className="flex flex-col divide-y">
          {items.map((item) => (
            <Row key={item.id} item={item} />
          ))}
        </ul>
      </Section>
    </SettingsSheet>
  );
}

function Row({ item }: { readonly item: ChatImportJson }) {
  const { t } = useTranslation();
  return (
    <li>
      <Link
        to="/settings/imports/$importId"
        params={{ importId: item.id }}
        className="flex flex-wrap items-baseline gap-x-4 py-2 hover:bg-surface-2"
      >
        <span className="min-w-50 flex-1 truncate font-medium">
          <bdi>{item.fileName}</bdi>
        </span>
        <span className="text-list text-ink-2">{t(`imports.state.${item.state}`)}</span>
        <Moment at={item.createdAt} as="day" className="text-list text-ink-3" />
      </Link>
    </li>
  );
}
