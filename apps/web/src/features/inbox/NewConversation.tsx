import { useNavigate } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Modal } from "../../ui/Modal.tsx";

type Props = { readonly onClose: () => void };

/** Begins a conversation with a phone number that has not written. */
export function NewConversation({ onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      onClose={onClose}
      width="small"
      title={t("inbox.writeFirst")}
      description={t("inbox.writeFirstWhy")}
    >
      <NewConversationForm onDone={onClose} />
    </Modal>
  );
}

function NewConversationForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const api = useApi();
  const navigate = useNavigate();
  const words = useErrorWords();
  const channels = [...(useWorkspace((state) => state.channels)?.values() ?? [])];
  const [channelId, setChannelId] = useState(channels[0]?.id ?? "");
  const [phone, setPhone] = useState("");
  const [name, setName] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function begin(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    try {
      const body = { channelId, phone, ...(name.trim() ? { name: name.trim() } : {}) };
      const { id } = await api("startConversation", { body });
      onDone();
      await navigate({ to: "/inbox/$conversationId", params: { conversationId: id } });
    } catch (problem) {
      setError(words(problem));
      setBusy(false);
    }
  }

  return (
    <form className="flex flex-col gap-4" onSubmit={(event) => void begin(event)}>
      {channels.length > 1 ? (
        <Field label={t("channel.one")}>
          {(tied) => (
            <select
              {...tied}
              className="field"
              value={channelId}
              onChange={(event) => setChannelId(event.target.value)}
            >
              {channels.map((channel) => (
                <option key={channel.id} value={channel.id}>
                  {channel.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      <Field label={t("contact.phone")} hint={t("contact.phoneHint")} error={error}>
        {(tied) => (
          <input
            {...tied}
            type="tel"
            required
            autoComplete="off"
            className="field"
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
          />
        )}
      </Field>
      <Field label={t("contact.nameOptional")}>
        {(tied) => (
          <input
            {...tied}
            className="field"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <Button type="submit" look="primary" busy={busy} disabled={!channelId}>
          {t("inbox.begin")}
        </Button>
      </div>
    </form>
  );
}
