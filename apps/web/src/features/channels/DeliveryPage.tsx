import { useTranslation } from "react-i18next";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";
import { ParkedList } from "./ParkedList.tsx";
import { UnknownSends } from "./UnknownSends.tsx";

/** What could not be understood and what nobody knows the end of: both in sight, neither lost. */
export function DeliveryPage() {
  const { t } = useTranslation();
  return (
    <SettingsSheet title={t("settings.delivery")} lead={t("delivery.lead")}>
      <UnknownSends />
      <ParkedList />
    </SettingsSheet>
  );
}
