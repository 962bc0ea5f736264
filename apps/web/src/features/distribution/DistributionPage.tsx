import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";
import { DesksSection } from "./DesksSection.tsx";
import { PoliciesSection } from "./PoliciesSection.tsx";
import { WaitingQueue } from "./WaitingQueue.tsx";

/** How conversations find who answers them: what waits, by which rules it is given, and to whom. */
export function DistributionPage() {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <SettingsSheet title={t("distribution.title")} lead={t("distribution.lead")}>
      {may("conversations.read") ? <WaitingQueue /> : null}
      <PoliciesSection />
      <DesksSection />
    </SettingsSheet>
  );
}
