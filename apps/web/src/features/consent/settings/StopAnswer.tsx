import type { ConsentSettingsJson } from "@galka/contract/json/consent/consent";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../../i18n/use-locale.ts";
import { Field } from "../../../ui/Field.tsx";
import { Section } from "../../settings/Section.tsx";
import { Checkbox } from "../../../ui/controls/Checkbox.tsx";

type Confirmation = ConsentSettingsJson["stopConfirmation"];

type Props = {
  readonly value: Confirmation;
  /** What Galka says where the workspace has no words of its own. */
  readonly usual: ConsentSettingsJson["usualAnswers"];
  readonly onChange: (value: Confirmation) => void;
};

/** Whether somebody who stops by a word is told that it was heard, and in which words. */
export function StopAnswer({ value, usual, onChange }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [language, setLanguage] = useState(locale.startsWith("ru") ? "ru" : "en");
  const names = new Intl.DisplayNames(locale, { type: "language" });
  const usualText = usual[language] ?? "";

  function say(text: string): void {
    const { [language]: _, ...others } = value.texts;
    const isUsual = text.trim() === "" || text === usualText;
    onChange({ ...value, texts: isUsual ? others : { ...others, [language]: text } });
  }

  return (
    <Section title={t("consent.settings.answer")} lead={t("consent.settings.answerLead")}>
      <Checkbox
        label={t("consent.settings.answerOn")}
        checked={value.isOn}
        onChange={(checked) => onChange({ ...value, isOn: checked })}
      />
      {value.isOn ? (
        <div className="mt-3 flex flex-col gap-4">
          <Field label={t("consent.settings.language")}>
            {(tied) => (
              <select
                {...tied}
                className="field w-auto"
                value={language}
                onChange={(event) => setLanguage(event.target.value)}
              >
                {Object.keys(usual).map((it) => (
                  <option key={it} value={it}>
                    {names.of(it) ?? it}
                    {value.texts[it] === undefined ? "" : ` (${t("consent.settings.answerOwn")})`}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t("consent.settings.answerText")} hint={t("consent.settings.answerHint")}>
            {(tied) => (
              <textarea
                {...tied}
                key={language}
                className="field"
                rows={2}
                maxLength={1000}
                lang={language}
                dir="auto"
                defaultValue={value.texts[language] ?? usualText}
                onChange={(event) => say(event.target.value)}
              />
            )}
          </Field>
        </div>
      ) : null}
    </Section>
  );
}
