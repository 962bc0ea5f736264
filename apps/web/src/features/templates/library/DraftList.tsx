import type { TemplateDraftJson } from "@galka/contract/json/templates/template-library";
import { Link } from "@tanstack/react-router";
import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../api/me.ts";
import { IconButton } from "../../../ui/IconButton.tsx";
import { Section } from "../../settings/Section.tsx";
import { useTemplateDeeds } from "../use-template-deeds.ts";

type Props = { readonly channelId: string; readonly drafts: readonly TemplateDraftJson[] };

/** What is written and was not submitted yet. */
export function DraftList({ channelId, drafts }: Props) {
  const { t } = useTranslation();
  const deeds = useTemplateDeeds(channelId);
  const mayManage = useMe().permissions.includes("templates.manage");
  return (
    <Section title={t("templates.drafts")}>
      <ul className="flex flex-col divide-y">
        {drafts.map(({ id, text, templateId, refusal }) => {
          const name = text.name === "" ? t("templates.unnamed") : text.name;
          return (
            <li key={id} className="flex items-center gap-2">
              <Link
                to="/templates"
                search={{ channel: channelId, draft: id }}
                className="min-w-0 flex-1 rounded-control px-2 py-2 hover:bg-surface-2"
              >
                <span className="font-medium">{name}</span>{" "}
                <span className="font-mono text-meta text-ink-2">{text.language}</span>{" "}
                {templateId === null ? null : (
                  <span className="text-list text-ink-2">{t("templates.isEdit")}</span>
                )}
                {refusal ? (
                  <span className="block text-list text-red">{t("templates.wasRefused")}</span>
                ) : null}
                <span className="block truncate text-list text-ink-2" dir="auto">
                  {text.body}
                </span>
              </Link>
              {mayManage ? (
                <IconButton
                  label={t("templates.discard", { name })}
                  onClick={() => void deeds.discard(id)}
                >
                  <Trash2 size={16} aria-hidden="true" />
                </IconButton>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
