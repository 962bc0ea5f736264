import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { upload } from "../../api/upload.ts";
import { useMay } from "../../api/use-may.ts";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../settings/Section.tsx";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";
import { ContactFields } from "./ContactFields.tsx";

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
          <Upload />
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

function Upload() {
  const { t } = useTranslation();
  const id = useId();
  const navigate = useNavigate();
  const words = useErrorWords();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    setError(null);
    setBusy(true);
    try {
      const { id: importId } = await upload("uploadContacts", file, () => {}).done;
      await navigate({ to: "/settings/people/$importId", params: { importId } });
    } catch (problem) {
      setError(words(problem));
      setBusy(false);
    }
  }

  return (
    <div className="flex flex-col items-start gap-2">
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        disabled={busy}
        className="peer sr-only"
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <label
        htmlFor={id}
        className="control inline-flex cursor-pointer items-center bg-blue px-3 font-medium text-on-blue peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-blue hover:bg-blue-strong"
      >
        {t("people.chooseTable")}
      </label>
      {error === null ? null : (
        <Notice tone="bad" urgent>
          {error}
        </Notice>
      )}
    </div>
  );
}
