import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { PanelSection } from "./PanelSection.tsx";

const FORMATS = ["txt", "json"] as const;

/** The whole conversation as a file. */
export function ExportSection({ conversationId }: { readonly conversationId: string }) {
  const { t } = useTranslation();
  const mayExport = useMe().permissions.includes("contacts.export");
  if (!mayExport) return null;
  return (
    <PanelSection title={t("export.title")}>
      <ul className="flex flex-wrap gap-2">
        {FORMATS.map((format) => (
          <li key={format}>
            <a
              className="control inline-flex items-center gap-2 border border-edge px-3 font-medium hover:bg-surface-3"
              href={`/api/v1/conversations/${conversationId}/export/${format}`}
              download
            >
              <Download size={16} aria-hidden="true" />
              {t(`export.${format}`)}
            </a>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
