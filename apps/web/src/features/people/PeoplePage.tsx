import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { Section } from "../settings/Section.tsx";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";
import { ContactFields } from "./ContactFields.tsx";
import { TableUpload } from "./TableUpload.tsx";

/** Which fields contacts have, and contacts from tables. */
export function PeoplePage() {
  const { t } = useTranslation();
  const api = useApi();
  const may = useMay();
  const imports = useQuery({
    queryKey: ["collection", "settings", "contact-imports"],
    queryFn: () => api("listContactImports", {}),
    enabled: may("contacts.import"),
  });
  return (
    <SettingsSheet title={t("people.settings")} lead={t("people.settingsLead")}>
      <ContactFields />
      {may("contacts.import") ? (
        <Section title={t("people.import")} lead={t("people.importLead")}>
          <TableUpload />
          <ul className="mt-4 flex flex-col divide-y">
            {imports.data?.items.map((it) => (
              <li key={it.id}>
                <Link
                  to="/settings/people/$importId"
                  params={{ importId: it.id }}
                  className="flex flex-wrap items-baseline gap-x-4 py-2 hover:bg-surface-2"
                >
                  <span className="min-w-50 flex-1 truncate font-medium">
                    <bdi>{it.fileName}</bdi>
                  </span>
                  <span className="text-list text-ink-2">{t(`imports.state.${it.state}`)}</span>
                  <Moment at={it.createdAt} as="day" className="text-list text-ink-3" />
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {may("contacts.export") ? (
        <Section title={t("people.exportAll")} lead={t("people.exportAllLead")}>
          <a className="link inline-flex min-h-6 items-center" href="/api/v1/contacts.csv" download>
            {t("people.exportCsv")}
          </a>
        </Section>
      ) : null}
    </SettingsSheet>
  );
}
