import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useState } from "react";
import { useMe } from "../../api/me.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { PanelSection } from "./PanelSection.tsx";

const FORMATS = ["pdf", "txt", "json"] as const;

/** The whole conversation as a file. */
export function ExportSection({ conversationId }: { readonly conversationId: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [notes, setNotes] = useState(false);
  const asked = `?language=${locale}&notes=${notes ? "with" : "without"}`;
  const mayExport = useMe().permissions.includes("contacts.export");
  if (!mayExport) return null;
  return (
    <PanelSection title={t("export.title")}>
      <ul className="flex flex-wrap gap-2">
        {FORMATS.map((format) => (
          <li key={format}>
            <a
              className="control inline-flex items-center gap-2 border border-edge px-3 font-medium hover:bg-surface-3"
              href={`/api/v1/conversations/${conversationId}/export/${format}${format === "pdf" ? asked : ""}`}
              download
            >
              <Download size={16} aria-hidden="true" />
              {t(`export.${format}`)}
            </a>
          </li>
        ))}
      </ul>
      <label className="mt-2 flex min-h-8 items-center gap-2 text-list pointer-coarse:min-h-11">
        <input
          type="checkbox"
          checked={notes}
          onChange={(event) => setNotes(event.target.checked)}
        />
        {t("export.withNotes")}
      </label>
    </PanelSection>
  );
}
