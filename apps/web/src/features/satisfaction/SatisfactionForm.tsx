import type { SatisfactionSettingsJson } from "@galka/contract/json/satisfaction/satisfaction";
import { settingsProblem } from "@galka/core/satisfaction/settings";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeed } from "../../api/use-deed.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { toasts } from "../../ui/toasts.ts";
import { Section } from "../settings/Section.tsx";
import { AskTexts } from "./AskTexts.tsx";
import { TemplateChoice } from "./TemplateChoice.tsx";
import { WhenFields } from "./WhenFields.tsx";
import { satisfactionQuery } from "./satisfaction-query.ts";
import { useProblemWords } from "./use-problem-words.ts";

/** The settings as they are being changed; nothing is so before it is saved. */
export function SatisfactionForm({ settings }: { readonly settings: SatisfactionSettingsJson }) {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const problemWords = useProblemWords();
  const deed = useDeed();
  const [draft, setDraft] = useState(settings);
  const problem = settingsProblem(draft);

  const save = () =>
    void deed.run(async () => {
      const saved = await api("setSatisfactionSettings", { body: draft });
      queries.setQueryData(satisfactionQuery(api).queryKey, saved);
      toasts.add({ title: t("satisfaction.saved") });
    });

  return (
    <form
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Section title={t("satisfaction.when")} lead={t("satisfaction.whenLead")}>
        <WhenFields draft={draft} onChange={setDraft} />
      </Section>
      <Section title={t("satisfaction.texts")} lead={t("satisfaction.textsLead")}>
        <AskTexts draft={draft} onChange={setDraft} />
      </Section>
      <Section title={t("satisfaction.outside")} lead={t("satisfaction.outsideLead")}>
        <TemplateChoice draft={draft} onChange={setDraft} />
      </Section>
      {problem ? <Notice tone="soon">{problemWords(problem)}</Notice> : null}
      {deed.error ? (
        <Notice tone="bad" urgent>
          {deed.error}
        </Notice>
      ) : null}
      <div>
        <Button look="primary" type="submit" disabled={problem !== null} busy={deed.busy}>
          {t("satisfaction.save")}
        </Button>
      </div>
    </form>
  );
}
