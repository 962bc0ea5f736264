import { queryOptions, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Api } from "../../api/api.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Section } from "../settings/Section.tsx";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";
import { PasswordForm } from "./PasswordForm.tsx";
import { SessionList } from "./SessionList.tsx";
import { TwoFactor } from "./TwoFactor.tsx";

export function securityQuery(api: Api) {
  return queryOptions({ queryKey: ["security"], queryFn: () => api("getSecurity", {}) });
}

/** One's own access: password, second factor, and where one is signed in. */
export function SecurityPage() {
  const { t } = useTranslation();
  const api = useApi();
  const { data } = useQuery(securityQuery(api));
  if (!data) return null;
  return (
    <SettingsSheet title={t("security.title")} lead={t("security.lead")}>
      <Section title={t("security.password")} lead={t("security.passwordLead")}>
        <PasswordForm hasPassword={data.hasPassword} />
      </Section>
      <Section title={t("security.twoFactor")} lead={t("security.twoFactorLead")}>
        <TwoFactor isOn={data.twoFactor} hasPassword={data.hasPassword} />
      </Section>
      <Section title={t("security.sessions")} lead={t("security.sessionsLead")}>
        <SessionList sessions={data.sessions} />
      </Section>
    </SettingsSheet>
  );
}
