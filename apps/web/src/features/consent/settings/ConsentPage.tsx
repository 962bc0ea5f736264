import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { SettingsSheet } from "../../settings/SettingsSheet.tsx";
import { consentSettingsQuery } from "../consent-query.ts";
import { CountriesSection } from "./CountriesSection.tsx";
import { RulesForm } from "./RulesForm.tsx";
import { WordingsSection } from "./WordingsSection.tsx";

/** Whom one may write to and when: wordings, stop words, caps, quiet hours, countries. */
export function ConsentPage() {
  const { t } = useTranslation();
  const settings = useQuery(consentSettingsQuery(useApi()));
  return (
    <SettingsSheet title={t("consent.settings.title")} lead={t("consent.lead")}>
      <WordingsSection />
      {settings.isError ? (
        <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />
      ) : settings.data ? (
        <>
          <RulesForm key={JSON.stringify(settings.data)} settings={settings.data} />
          <CountriesSection countries={settings.data.countries} />
        </>
      ) : (
        <Skeleton rows={6} kind="lines" />
      )}
    </SettingsSheet>
  );
}
