import type { TemplateTextJson } from "@galka/contract/json/templates/template-library";
import { useNavigate } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { toasts } from "../../ui/toasts.ts";
import { newClientId } from "../composer/client-id.ts";

/** What is done with templates from more than one place. Each says what went wrong. */
export function useTemplateDeeds(channelId: string) {
  const api = useApi();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const words = useErrorWords();
  const { t } = useTranslation();

  async function run(work: () => Promise<unknown>, done?: string): Promise<boolean> {
    try {
      await work();
      await queryClient.invalidateQueries({ queryKey: ["templates", channelId] });
      if (done !== undefined) toasts.add({ title: done });
      return true;
    } catch (error) {
      toasts.add({ title: words(error) });
      return false;
    }
  }

  return {
    /** Begins a draft and opens it. */
    async write(text: TemplateTextJson, templateId: string | null): Promise<void> {
      const id = newClientId();
      const body = { channelId, templateId, text };
      const done = await run(() => api("saveTemplateDraft", { params: { id }, body }));
      if (done) await navigate({ to: "/templates", search: { channel: channelId, draft: id } });
    },
    hide: (templateId: string, hidden: boolean) =>
      run(
        () => api("hideTemplate", { params: { id: channelId }, body: { templateId, hidden } }),
        t(hidden ? "templates.putAwayDone" : "templates.broughtBack"),
      ),
    noteCategory: (templateId: string) =>
      run(() => api("seeTemplateCategory", { params: { id: channelId }, body: { templateId } })),
    remove: (templateId: string, languages: "one" | "all") =>
      run(
        () => api("deleteTemplate", { params: { id: channelId }, body: { templateId, languages } }),
        t("templates.deleted"),
      ),
    discard: (id: string) => run(() => api("discardTemplateDraft", { params: { id } })),
    sync: () => run(() => api("syncTemplates", { params: { id: channelId } })),
  };
}

export type TemplateDeeds = ReturnType<typeof useTemplateDeeds>;
