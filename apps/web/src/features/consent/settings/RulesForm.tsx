import type { ConsentSettingsJson } from "@galka/contract/json/consent/consent";
import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../../api/use-error-words.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { toasts } from "../../../ui/toasts.ts";
import { Section } from "../../settings/Section.tsx";
import { consentSettingsQuery } from "../consent-query.ts";
import { CapLines } from "./CapLines.tsx";
import { KnownWords } from "./KnownWords.tsx";
import { timeOfMinute, minuteOfTime } from "./minute-of-time.ts";
import { StopAnswer } from "./StopAnswer.tsx";
import { Checkbox } from "../../../ui/controls/Checkbox.tsx";

const NIGHT = { fromMinute: 21 * 60, toMinute: 8 * 60 };

/** Stop words of one's own, their answer, caps and quiet hours, saved together. */
export function RulesForm({ settings }: { readonly settings: ConsentSettingsJson }) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const errorWords = useErrorWords();
  const [stop, setStop] = useState(settings.stopWords.join("\n"));
  const [start, setStart] = useState(settings.startWords.join("\n"));
  const [caps, setCaps] = useState(settings.caps);
  const [quiet, setQuiet] = useState(settings.quietHours);
  const [answer, setAnswer] = useState(settings.stopConfirmation);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    try {
      const saved = await api("setConsentSettings", {
        body: {
          stopWords: linesOf(stop),
          startWords: linesOf(start),
          caps,
          quietHours: quiet,
          stopConfirmation: answer,
        },
      });
      queryClient.setQueryData(consentSettingsQuery(api).queryKey, saved);
      setError(null);
      toasts.add({ title: t("consent.settings.saved") });
    } catch (problem) {
      setError(errorWords(problem));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className="flex flex-col gap-6" onSubmit={(event) => void save(event)}>
      <Section title={t("consent.settings.words")} lead={t("consent.settings.wordsLead")}>
        <div className="flex flex-col gap-4">
          <WordsField label={t("consent.settings.ownStop")} value={stop} onChange={setStop} />
          <WordsField label={t("consent.settings.ownStart")} value={start} onChange={setStart} />
          <KnownWords languages={settings.knownWords} />
        </div>
      </Section>
      <StopAnswer value={answer} usual={settings.usualAnswers} onChange={setAnswer} />
      <Section title={t("consent.settings.caps")} lead={t("consent.settings.capsLead")}>
        <CapLines caps={caps} onChange={setCaps} />
      </Section>
      <Section title={t("consent.settings.quiet")} lead={t("consent.settings.quietLead")}>
        <Checkbox
          label={t("consent.settings.quietOn")}
          checked={quiet !== null}
          onChange={(checked) => setQuiet(checked ? NIGHT : null)}
        />
        {quiet ? (
          <div className="mt-3 flex flex-wrap gap-4">
            <TimeField
              label={t("consent.settings.from")}
              minute={quiet.fromMinute}
              onChange={(fromMinute) => setQuiet({ ...quiet, fromMinute })}
            />
            <TimeField
              label={t("consent.settings.to")}
              minute={quiet.toMinute}
              onChange={(toMinute) => setQuiet({ ...quiet, toMinute })}
            />
          </div>
        ) : null}
      </Section>
      {error ? <p className="text-list text-red">{error}</p> : null}
      <Button type="submit" look="primary" className="self-start" busy={busy}>
        {t("action.save")}
      </Button>
    </form>
  );
}

function linesOf(text: string): string[] {
  return text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
}

type WordsProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function WordsField({ label, value, onChange }: WordsProps) {
  const { t } = useTranslation();
  return (
    <Field label={label} hint={t("consent.settings.oneALine")}>
      {(tied) => (
        <textarea
          {...tied}
          className="field"
          rows={2}
          dir="auto"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type TimeProps = {
  readonly label: string;
  readonly minute: number;
  readonly onChange: (minute: number) => void;
};

function TimeField({ label, minute, onChange }: TimeProps) {
  return (
    <Field label={label}>
      {(tied) => (
        <input
          {...tied}
          type="time"
          className="field"
          required
          value={timeOfMinute(minute)}
          onChange={(event) => onChange(minuteOfTime(event.target.value) ?? minute)}
        />
      )}
    </Field>
  );
}
