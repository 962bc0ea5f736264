import { BookOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { Mark } from "../../ui/marks/Mark.tsx";
import { Section } from "./Section.tsx";
import { SettingsSheet } from "./SettingsSheet.tsx";

/** Which Galka this is, and where its API is described. */
export function AboutPage() {
  const { t } = useTranslation();
  const { version, workspace } = useMe();
  return (
    <SettingsSheet title={t("settings.about")}>
      <Section title={t("about.galka")}>
        <div className="flex items-center gap-4">
          <Mark size={48} />
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
            <dt className="text-ink-2">{t("about.version")}</dt>
            <dd className="font-mono text-list">{version}</dd>
            <dt className="text-ink-2">{t("about.workspace")}</dt>
            <dd>{workspace.isDemo ? t("about.demo", { name: workspace.name }) : workspace.name}</dd>
            <dt className="text-ink-2">{t("about.licence")}</dt>
            <dd>{t("about.mit")}</dd>
          </dl>
        </div>
      </Section>
      <Section title={t("about.api")} lead={t("about.apiLead")}>
        <div className="flex flex-wrap gap-4">
          <a href="/api/docs" className="link inline-flex min-h-6 items-center gap-2">
            <BookOpen size={16} aria-hidden="true" />
            {t("about.apiRead")}
          </a>
          <a href="/api/openapi.json" className="link inline-flex min-h-6 items-center">
            {t("about.openapi")}
          </a>
        </div>
      </Section>
    </SettingsSheet>
  );
}
