import type { TemplateDraftJson } from "@galka/contract/json/templates/template-library";
import { useNavigate } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../../api/use-error-words.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { toasts } from "../../../ui/toasts.ts";
import { useCategoryPrice } from "../use-category-price.ts";
import { useTemplateDeeds } from "../use-template-deeds.ts";
import type { KeptDraft } from "./use-kept-draft.ts";

type Props = {
  readonly draft: TemplateDraftJson;
  readonly kept: KeptDraft;
  readonly errorCount: number;
  readonly onDone: () => void;
};

/** Hands the draft in, once nothing is left that Meta would refuse. */
export function SubmitBar({ draft, kept, errorCount, onDone }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const words = useErrorWords();
  const deeds = useTemplateDeeds(draft.channelId);
  const price = useCategoryPrice(draft.channelId);
  const [busy, setBusy] = useState(false);
  const { name, language, category } = kept.text;

  async function submit(): Promise<void> {
    setBusy(true);
    try {
      if (!(await kept.flush())) return;
      await api("submitTemplateDraft", { params: { id: draft.id }, body: {} });
      kept.forget();
      await queryClient.invalidateQueries({ queryKey: ["templates", draft.channelId] });
      toasts.add({ title: t("templates.submitted") });
      const search = { channel: draft.channelId, open: name, language };
      await navigate({ to: "/templates", search });
    } catch (error) {
      toasts.add({ title: words(error) });
      await queryClient.invalidateQueries({ queryKey: ["templates", draft.channelId] });
    } finally {
      setBusy(false);
    }
  }

  async function discard(): Promise<void> {
    kept.forget();
    if (await deeds.discard(draft.id)) onDone();
  }

  return (
    <div className="flex flex-wrap items-center gap-2 border-t pt-4">
      <p className="min-w-40 flex-1 text-list text-ink-2" aria-live="polite">
        {errorCount > 0
          ? t("templates.errorsLeft", { count: errorCount })
          : t("templates.readyToSubmit", { price: price.words(category) })}{" "}
        <span className="text-ink-3">{t(`templates.kept.${kept.state}`)}</span>
      </p>
      <Button look="quiet" onClick={() => void discard()}>
        {t("templates.discardThis")}
      </Button>
      <Button look="primary" busy={busy} disabled={errorCount > 0} onClick={() => void submit()}>
        {t(draft.templateId === null ? "templates.submit" : "templates.submitEdit")}
      </Button>
    </div>
  );
}
