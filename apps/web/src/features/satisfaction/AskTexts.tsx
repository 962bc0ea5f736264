import type { SatisfactionSettingsJson } from "@galka/contract/json/satisfaction/satisfaction";
import { LIMITS } from "@galka/core/satisfaction/settings";
import { usualTexts } from "@galka/core/satisfaction/usual";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import type { DraftProps } from "./WhenFields.tsx";
import { useLanguageName } from "./use-language-name.ts";

type Texts = SatisfactionSettingsJson["texts"][number];

/** What contacts are told, language by language. */
export function AskTexts({ draft, onChange }: DraftProps) {
  const { t } = useTranslation();
  const languageName = useLanguageName();
  const [adding, setAdding] = useState("");
  const isNew =
    /^[a-z]{2,3}$/.test(adding) && !draft.texts.some(({ language }) => language === adding);
  return (
    <div className="flex flex-col gap-6">
      {draft.texts.map((texts, n) => (
        <fieldset key={texts.language} className="flex flex-col gap-3">
          <legend className="mb-2 font-semibold">
            {languageName(texts.language)}{" "}
            {n === 0 ? (
              <span className="text-list font-normal text-ink-2">
                {t("satisfaction.firstLanguage")}
              </span>
            ) : null}
          </legend>
          <TextsOfLanguage
            texts={texts}
            draft={draft}
            onChange={(changed) =>
              onChange({ ...draft, texts: draft.texts.map((it) => (it === texts ? changed : it)) })
            }
          />
          {draft.texts.length > 1 ? (
            <div>
              <Button
                aria-label={t("satisfaction.removeLanguageOf", {
                  language: languageName(texts.language),
                })}
                onClick={() =>
                  onChange({ ...draft, texts: draft.texts.filter((it) => it !== texts) })
                }
              >
                {t("satisfaction.removeLanguage")}
              </Button>
            </div>
          ) : null}
        </fieldset>
      ))}
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t("satisfaction.addLanguage")} hint={t("satisfaction.addLanguageHint")}>
          {(tied) => (
            <input
              {...tied}
              className="field"
              maxLength={3}
              value={adding}
              onChange={({ target }) => setAdding(target.value.trim().toLowerCase())}
            />
          )}
        </Field>
        <Button
          disabled={!isNew}
          onClick={() => {
            const { answers, ...texts } = usualTexts(adding, draft.scale);
            onChange({ ...draft, texts: [...draft.texts, { ...texts, answers: [...answers] }] });
            setAdding("");
          }}
        >
          {t("satisfaction.add")}
        </Button>
      </div>
    </div>
  );
}

type OfLanguage = {
  readonly texts: Texts;
  readonly draft: SatisfactionSettingsJson;
  readonly onChange: (texts: Texts) => void;
};

function TextsOfLanguage({ texts, draft, onChange }: OfLanguage) {
  const { t } = useTranslation();
  const { language } = texts;
  return (
    <>
      <LongText
        label={t("satisfaction.field.question")}
        lang={language}
        value={texts.question}
        onChange={(question) => onChange({ ...texts, question })}
      />
      <div className="grid gap-3 narrow:grid-cols-2">
        {texts.answers.map((answer, index) => (
          <Field
            // oxlint-disable-next-line react/no-array-index-key -- answers have no name but their place
            key={index}
            label={t("satisfaction.answer", { score: draft.scale - index, of: draft.scale })}
          >
            {(tied) => (
              <input
                {...tied}
                lang={language}
                className="field"
                value={answer}
                maxLength={LIMITS.answer[draft.scale]}
                onChange={({ target }) =>
                  onChange({ ...texts, answers: texts.answers.with(index, target.value) })
                }
              />
            )}
          </Field>
        ))}
        {draft.scale === 5 ? (
          <Field label={t("satisfaction.field.listButton")}>
            {(tied) => (
              <input
                {...tied}
                lang={language}
                className="field"
                value={texts.listButton}
                maxLength={LIMITS.listButton}
                onChange={({ target }) => onChange({ ...texts, listButton: target.value })}
              />
            )}
          </Field>
        ) : null}
      </div>
      <LongText
        label={t("satisfaction.field.thanks")}
        lang={language}
        value={texts.thanks}
        onChange={(thanks) => onChange({ ...texts, thanks })}
      />
      {draft.asksWhy ? (
        <LongText
          label={t("satisfaction.field.why")}
          lang={language}
          value={texts.why}
          onChange={(why) => onChange({ ...texts, why })}
        />
      ) : null}
    </>
  );
}

type LongProps = {
  readonly label: string;
  readonly lang: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function LongText({ label, lang, value, onChange }: LongProps) {
  return (
    <Field label={label}>
      {(tied) => (
        <textarea
          {...tied}
          lang={lang}
          className="field min-h-16 py-2"
          rows={2}
          maxLength={LIMITS.text}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
