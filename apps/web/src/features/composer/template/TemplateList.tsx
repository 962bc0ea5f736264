import type { TemplateJson } from "@galka/contract/json/templates/template";
import { useQueryClient } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../../api/use-error-words.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { toasts } from "../../../ui/toasts.ts";
import { findTemplates, templatesQuery } from "./templates-query.ts";

type Props = {
  readonly channelId: string;
  readonly templates: readonly TemplateJson[];
  readonly onChoose: (template: TemplateJson) => void;
};

/** The approved templates of the number, found by name or words. */
export function TemplateList({ channelId, templates, onChoose }: Props) {
  const { t } = useTranslation();
  const [query, setQuery] = useState("");
  const found = findTemplates(templates, query);
  const hidden = templates.filter(({ status }) => status !== "approved").length;

  return (
    <div className="flex flex-col gap-3">
      <div className="flex gap-2">
        <input
          type="search"
          className="field"
          aria-label={t("template.search")}
          placeholder={t("template.search")}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <SyncButton channelId={channelId} />
      </div>
      {found.length === 0 ? (
        <p className="py-8 text-center text-ink-2">
          {templates.length === 0 ? t("template.noneYet") : t("template.noneFound")}
        </p>
      ) : (
        <ul className="flex flex-col gap-1">
          {found.map((template) => (
            <li key={template.id}>
              <button
                type="button"
                className="w-full rounded-control border px-3 py-2 text-left hover:bg-surface-2"
                onClick={() => onChoose(template)}
              >
                <span className="flex flex-wrap items-baseline gap-x-2">
                  <span className="font-medium">{template.name.replaceAll("_", " ")}</span>
                  <span className="text-meta text-ink-2">
                    {t(`template.category.${template.category}`)} · {template.language}
                  </span>
                </span>
                <span className="line-clamp-2 text-list text-ink-2" dir="auto">
                  {template.body}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 ? (
        <p className="text-meta text-ink-3">{t("template.notApproved", { count: hidden })}</p>
      ) : null}
    </div>
  );
}

function SyncButton({ channelId }: { readonly channelId: string }) {
  const { t } = useTranslation();
  const api = useApi();
  const words = useErrorWords();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);

  async function sync(): Promise<void> {
    setBusy(true);
    try {
      const fresh = await api("syncTemplates", { params: { id: channelId } });
      queryClient.setQueryData(templatesQuery(api, channelId).queryKey, fresh);
    } catch (error) {
      toasts.add({ title: words(error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Button
      busy={busy}
      icon={<RefreshCw size={16} aria-hidden="true" />}
      onClick={() => void sync()}
    >
      {t("template.sync")}
    </Button>
  );
}
