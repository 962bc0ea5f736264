import type { ConsentWordingJson } from "@galka/contract/json/consent/consent";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../../api/use-error-words.ts";
import { dateOnly } from "../../../i18n/dates.ts";
import { useLocale } from "../../../i18n/use-locale.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { toasts } from "../../../ui/toasts.ts";
import { Section } from "../../settings/Section.tsx";
import { wordingsQuery } from "../consent-query.ts";

type Draft = Pick<ConsentWordingJson, "name" | "language" | "text">;

const EMPTY: Draft = { name: "", language: "en", text: "" };

/** The words that people agree to, with all their versions. */
export function WordingsSection() {
  const { t } = useTranslation();
  const locale = useLocale();
  const api = useApi();
  const queryClient = useQueryClient();
  const errorWords = useErrorWords();
  const wordings = useQuery(wordingsQuery(api)).data?.items ?? [];
  const [draft, setDraft] = useState<Draft | null>(null);

  async function retire(id: string): Promise<void> {
    try {
      await api("retireConsentWording", { params: { id } });
      await queryClient.invalidateQueries({ queryKey: wordingsQuery(api).queryKey });
    } catch (error) {
      toasts.add({ title: errorWords(error) });
    }
  }

  return (
    <Section
      title={t("consent.settings.wordings")}
      lead={t("consent.settings.wordingsLead")}
      action={<Button onClick={() => setDraft(EMPTY)}>{t("consent.settings.addWording")}</Button>}
    >
      {wordings.length === 0 ? (
        <p className="text-ink-2">{t("consent.settings.noWordings")}</p>
      ) : (
        <ul className="flex flex-col divide-y">
          {wordings.map((it) => (
            <li key={it.id} className="flex flex-wrap items-start gap-2 py-3">
              <div className="min-w-50 flex-1">
                <p className="font-medium">
                  {it.name}{" "}
                  <span className="text-list font-normal text-ink-2">
                    {it.language} · {t("consent.settings.version", { version: it.version })}
                    {it.retiredAt === null
                      ? ""
                      : ` · ${t("consent.settings.retired", { date: dateOnly(locale, new Date(it.retiredAt)) })}`}
                  </span>
                </p>
                <p className="text-list wrap-anywhere" dir="auto">
                  {it.text}
                </p>
              </div>
              {it.retiredAt === null ? (
                <div className="flex flex-wrap gap-2">
                  <Button onClick={() => setDraft(it)}>{t("consent.settings.newVersion")}</Button>
                  <Button look="quiet" onClick={() => void retire(it.id)}>
                    {t("consent.settings.retire")}
                  </Button>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {draft ? <WordingForm given={draft} onClose={() => setDraft(null)} /> : null}
    </Section>
  );
}

function WordingForm({ given, onClose }: { readonly given: Draft; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const errorWords = useErrorWords();
  const [draft, setDraft] = useState(given);
  const [error, setError] = useState<string | null>(null);
  const isNext = given.name !== "";

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    try {
      const { name, language, text } = draft;
      await api("addConsentWording", { body: { name, language, text } });
      await queryClient.invalidateQueries({ queryKey: wordingsQuery(api).queryKey });
      onClose();
    } catch (problem) {
      setError(errorWords(problem));
    }
  }

  return (
    <Modal
      open
      onClose={onClose}
      title={t(isNext ? "consent.settings.newVersion" : "consent.settings.addWording")}
    >
      <form className="flex flex-col gap-4" onSubmit={(event) => void save(event)}>
        <Field label={t("consent.settings.name")}>
          {(tied) => (
            <input
              {...tied}
              className="field"
              required
              maxLength={100}
              readOnly={isNext}
              value={draft.name}
              onChange={(event) => setDraft({ ...draft, name: event.target.value })}
            />
          )}
        </Field>
        <Field label={t("consent.settings.language")}>
          {(tied) => (
            <input
              {...tied}
              className="field"
              required
              pattern="[a-z]{2,3}"
              readOnly={isNext}
              value={draft.language}
              onChange={(event) => setDraft({ ...draft, language: event.target.value })}
            />
          )}
        </Field>
        <Field label={t("consent.settings.text")} error={error}>
          {(tied) => (
            <textarea
              {...tied}
              className="field"
              rows={5}
              required
              dir="auto"
              maxLength={5000}
              value={draft.text}
              onChange={(event) => setDraft({ ...draft, text: event.target.value })}
            />
          )}
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" look="primary">
            {t("action.save")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
