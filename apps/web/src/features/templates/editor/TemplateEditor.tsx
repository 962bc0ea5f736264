import type {
  TemplateDraftJson,
  TemplateLibraryJson,
} from "@galka/contract/json/templates/template-library";
import { idOf } from "@galka/core/kernel/ids";
import { lintTemplate, severityOf } from "@galka/core/templates/lint/lint-template";
import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { useLocale } from "../../../i18n/use-locale.ts";
import { TemplatePreview } from "../preview/TemplatePreview.tsx";
import { AboutFields } from "./AboutFields.tsx";
import { BodyFields } from "./BodyFields.tsx";
import { ButtonFields } from "./ButtonFields.tsx";
import { CardFields } from "./CardFields.tsx";
import { CodeFields } from "./CodeFields.tsx";
import type { Editing } from "./editing.ts";
import { FooterFields } from "./FooterFields.tsx";
import { HeaderFields } from "./HeaderFields.tsx";
import { OfferFields } from "./OfferFields.tsx";
import { SubmitBar } from "./SubmitBar.tsx";
import { TimeToLive } from "./TimeToLive.tsx";
import { useKeptDraft } from "./use-kept-draft.ts";

type Props = {
  readonly draft: TemplateDraftJson;
  readonly library: TemplateLibraryJson;
  readonly onDone: () => void;
};

/** Writes a template: its parts with the remarks beside them, and how the phone will show it. */
export function TemplateEditor({ draft, library, onDone }: Props) {
  const { t } = useTranslation();
  const kept = useKeptDraft(draft);
  const [now] = useState(() => new Date());
  const [side, setSide] = useState<string>("");
  const { text } = kept;
  const others = library.items.map(({ template }) => ({
    ...template,
    channelId: idOf<"channel">(template.channelId),
  }));
  const findings = lintTemplate(text, {
    now,
    others,
    editedId: draft.templateId,
    blocked: library.blocked.map((it) => ({ ...it, until: new Date(it.until) })),
  });
  const isEdit = draft.templateId !== null;
  const editing: Editing = { text, findings, onChange: kept.change };
  const errorCount = findings.filter((it) => severityOf(it) === "error").length;
  const translations = others.filter(
    ({ name, language }) => name === text.name && language !== text.language,
  );
  const beside = translations.find(({ language }) => language === side);
  return (
    <div className="mx-auto grid max-w-300 items-start gap-6 px-4 py-6 narrow:px-8 wide:grid-cols-[minmax(0,1fr)_320px]">
      <form
        className="flex min-w-0 flex-col gap-6"
        aria-label={t("templates.editorName")}
        onSubmit={(event) => event.preventDefault()}
      >
        <Button
          look="quiet"
          className="self-start"
          icon={<ArrowLeft size={16} aria-hidden="true" />}
          onClick={() => void kept.flush().then(onDone)}
        >
          {t("templates.title")}
        </Button>
        <h1 className="text-head font-semibold wrap-anywhere">
          {text.name === "" ? t("templates.unnamed") : text.name}
        </h1>
        <Refusal refusal={draft.refusal} />
        <AboutFields editing={editing} channelId={draft.channelId} isEdit={isEdit} />
        {text.code ? (
          <CodeFields editing={editing} />
        ) : (
          <>
            {text.cards ? null : <HeaderFields editing={editing} />}
            <BodyFields editing={editing} />
            {text.cards || text.offer ? null : <FooterFields editing={editing} />}
            {text.offer ? <OfferFields editing={editing} /> : null}
            <ButtonFields editing={editing} />
            {text.cards ? <CardFields editing={editing} /> : null}
          </>
        )}
        <TimeToLive editing={editing} />
        <SubmitBar draft={draft} kept={kept} errorCount={errorCount} onDone={onDone} />
      </form>
      <aside className="flex flex-col gap-4 wide:sticky wide:top-6">
        <TemplatePreview template={text} />
        {translations.length > 0 ? (
          <label className="flex flex-col gap-1 text-list text-ink-2">
            {t("templates.beside")}
            <select
              className="field"
              value={side}
              onChange={(event) => setSide(event.target.value)}
            >
              <option value="">{t("templates.besideNone")}</option>
              {translations.map(({ language }) => (
                <option key={language} value={language}>
                  {language}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        {beside ? <TemplatePreview template={beside} /> : null}
      </aside>
    </div>
  );
}

/** What Meta said when the draft was submitted. */
function Refusal({ refusal }: { readonly refusal: TemplateDraftJson["refusal"] }) {
  const locale = useLocale();
  if (!refusal) return null;
  return (
    <Notice tone="bad">
      <p>{refusal.explanation[locale]}</p>
      <p>{refusal.advice[locale]}</p>
      <p className="mt-1 font-mono text-meta wrap-anywhere">{refusal.reason}</p>
    </Notice>
  );
}
