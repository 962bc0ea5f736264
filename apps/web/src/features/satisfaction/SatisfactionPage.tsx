import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";
import { SatisfactionForm } from "./SatisfactionForm.tsx";
import { satisfactionQuery } from "./satisfaction-query.ts";

/** Whether, when and how contacts are asked how they were served. */
export function SatisfactionPage() {
  const { t } = useTranslation();
  return (
    <SettingsSheet title={t("satisfaction.title")} lead={t("satisfaction.lead")}>
      <Settings />
    </SettingsSheet>
  );
}

function Settings() {
  const settings = useQuery(satisfactionQuery(useApi()));
  if (settings.isError) {
    return <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  }
  if (!settings.data) return <Skeleton rows={6} kind="lines" />;
  return <SatisfactionForm key={JSON.stringify(settings.data)} settings={settings.data} />;
}
