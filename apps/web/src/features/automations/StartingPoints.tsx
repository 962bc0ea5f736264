import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Section } from "../settings/Section.tsx";
import { PRESETS } from "./editor/presets.ts";

/** Rules that are nearly finished, to begin with. */
export function StartingPoints() {
  const { t } = useTranslation();
  return (
    <Section title={t("automations.startTitle")} lead={t("automations.startLead")}>
      <ul className="grid gap-2 narrow:grid-cols-2">
        {[...PRESETS, "empty" as const].map((preset) => (
          <li key={preset}>
            <Link
              to="/automations"
              search={{ edit: preset }}
              className="flex min-h-11 h-full items-start gap-2 rounded-control border p-3 hover:bg-surface-2"
            >
              <Plus size={16} aria-hidden="true" className="mt-0.5 shrink-0 text-ink-2" />
              <span className="min-w-0">
                <span className="block font-medium">{t(`automations.preset.${preset}.name`)}</span>
                <span className="block text-list text-ink-2">
                  {t(`automations.preset.${preset}.lead`)}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
