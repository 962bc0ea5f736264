import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { toasts } from "../../ui/toasts.ts";
import { newClientId } from "../composer/client-id.ts";
import { questionsOf } from "../composer/template/template-form.ts";
import { templatesQuery } from "../composer/template/templates-query.ts";
import { wordingsQuery } from "./consent-query.ts";

type Props = { readonly conversationId: string; readonly onClose: () => void };

/** Asks a contact for consent by a template with buttons. */
export function AskForm({ conversationId, onClose }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const errorWords = useErrorWords();
  const clientId = useRef(newClientId());
  const channelId = useWorkspace((state) => state.conversations.get(conversationId)?.channelId);
  const templates = useQuery({
    ...templatesQuery(api, channelId ?? ""),
    enabled: channelId !== undefined,
  });
  const wordings = useQuery(wordingsQuery(api)).data?.items.filter((it) => it.retiredAt === null);
  const [templateId, setTemplateId] = useState<string | null>(null);
  const [wordingId, setWordingId] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  // What asks is a notice with an answer button; its words are fixed, so nothing of it is filled in.
  const fitting = (templates.data?.items ?? []).filter(
    (it) =>
      it.status === "approved" &&
      it.category === "utility" &&
      it.buttons.some(({ kind }) => kind === "reply") &&
      questionsOf(it).length === 0,
  );
  const template = fitting.find(({ id }) => id === templateId) ?? fitting[0];
  const wording = wordings?.find(({ id }) => id === wordingId) ?? wordings?.[0];

  async function ask(): Promise<void> {
    if (!template || !wording) return;
    setBusy(true);
    try {
      await api("askConsent", {
        params: { id: conversationId },
        body: {
          clientId: clientId.current,
          templateId: template.id,
          values: {},
          wordingId: wording.id,
          purpose: "marketing",
        },
      });
      await queryClient.invalidateQueries({ queryKey: ["consent"] });
      toasts.add({ title: t("consent.sent") });
      onClose();
    } catch (problem) {
      setError(errorWords(problem));
      setBusy(false);
    }
  }

  return (
    <Modal open onClose={onClose} title={t("consent.askTitle")} description={t("consent.askLead")}>
      <div className="flex flex-col gap-4">
        {templates.isSuccess && fitting.length === 0 ? (
          <p className="text-ink-2">{t("consent.askNoTemplates")}</p>
        ) : (
          <Field label={t("consent.template")} hint={template?.body}>
            {(tied) => (
              <select
                {...tied}
                className="field"
                value={template?.id ?? ""}
                onChange={(event) => setTemplateId(event.target.value)}
              >
                {fitting.map(({ id, name, language }) => (
                  <option key={id} value={id}>
                    {`${name.replaceAll("_", " ")} (${language})`}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {wordings?.length === 0 ? (
          <p className="text-ink-2">{t("consent.askNoWordings")}</p>
        ) : (
          <Field label={t("consent.askWording")} hint={wording?.text}>
            {(tied) => (
              <select
                {...tied}
                className="field"
                value={wording?.id ?? ""}
                onChange={(event) => setWordingId(event.target.value)}
              >
                {(wordings ?? []).map(({ id, name, language, version }) => (
                  <option key={id} value={id}>
                    {`${name} (${language}, ${version})`}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {error ? <p className="text-list text-red">{error}</p> : null}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button
            look="primary"
            busy={busy}
            disabled={!template || !wording}
            onClick={() => void ask()}
          >
            {t("consent.send")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
