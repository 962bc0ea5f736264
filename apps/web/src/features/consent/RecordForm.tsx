import { CONSENT_PURPOSES, type ConsentPurpose } from "@galka/core/consent/consent";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { toasts } from "../../ui/toasts.ts";
import { Choices } from "../settings/Choices.tsx";
import { consentQuery, wordingsQuery } from "./consent-query.ts";
import { ChannelField } from "./ChannelField.tsx";

type Props = { readonly contactId: string; readonly onClose: () => void };

/** Records what a member knows of a contact's consent. */
export function RecordForm({ contactId, onClose }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const errorWords = useErrorWords();
  const wordings = useQuery(wordingsQuery(api)).data?.items.filter((it) => it.retiredAt === null);
  const [decision, setDecision] = useState<"granted" | "withdrawn">("granted");
  const [purpose, setPurpose] = useState<ConsentPurpose>("marketing");
  const [channelId, setChannelId] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const [ownWords, setOwnWords] = useState("");
  const [note, setNote] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const wordingId = chosen ?? wordings?.[0]?.id ?? "";
  const words = wordingId === "" ? { wording: ownWords } : { wordingId };

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    try {
      await api("recordConsent", {
        params: { id: contactId },
        body: {
          purpose,
          decision,
          channelId: channelId === "" ? null : channelId,
          note,
          ...(decision === "granted" && words),
        },
      });
      await queryClient.invalidateQueries({ queryKey: consentQuery(api, contactId).queryKey });
      toasts.add({ title: t("consent.recorded") });
      onClose();
    } catch (problem) {
      setError(errorWords(problem));
      setBusy(false);
    }
  }

  return (
    <Modal
      open
      onClose={onClose}
      title={t("consent.recordTitle")}
      description={t("consent.recordLead")}
    >
      <form className="flex flex-col gap-4" onSubmit={(event) => void save(event)}>
        <Choices
          label={t("consent.what")}
          value={decision}
          onChoose={setDecision}
          options={[
            { value: "granted", name: t("consent.granted") },
            { value: "withdrawn", name: t("consent.withdrawn") },
          ]}
        />
        <Choices
          label={t("consent.for")}
          value={purpose}
          onChoose={setPurpose}
          options={CONSENT_PURPOSES.map((value) => ({
            value,
            name: t(`consent.purposeTitle.${value}`),
          }))}
        />
        <ChannelField channelId={channelId} onChange={setChannelId} />
        {decision === "granted" ? (
          <Field label={t("consent.wording")}>
            {(tied) => (
              <select
                {...tied}
                className="field"
                value={wordingId}
                onChange={(event) => setChosen(event.target.value)}
              >
                {(wordings ?? []).map(({ id, name, language, version, text }) => (
                  <option key={id} value={id}>
                    {`${name} (${language}, ${version}): ${text.slice(0, 60)}`}
                  </option>
                ))}
                <option value="">{t("consent.ownWords")}</option>
              </select>
            )}
          </Field>
        ) : null}
        {decision === "granted" && wordingId === "" ? (
          <TextField label={t("consent.exactWords")} value={ownWords} onChange={setOwnWords} />
        ) : null}
        <TextField
          label={t("consent.note")}
          hint={t("consent.noteHint")}
          value={note}
          onChange={setNote}
        />
        {error ? <p className="text-list text-red">{error}</p> : null}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" look="primary" busy={busy}>
            {t("consent.save")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

type TextProps = {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function TextField({ label, hint, value, onChange }: TextProps) {
  return (
    <Field label={label} hint={hint}>
      {(tied) => (
        <textarea
          {...tied}
          className="field"
          rows={2}
          required
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
