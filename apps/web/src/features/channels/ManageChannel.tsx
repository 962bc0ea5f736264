import type { CallInput } from "@galka/contract/client";
import type { ChannelJson } from "@galka/contract/json/workspace";
import { useNavigate } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { toasts } from "../../ui/toasts.ts";
import { Section } from "../settings/Section.tsx";

/** Renames, pauses, gives new secrets to, or disconnects a number. */
export function ManageChannel({ channel }: { readonly channel: ChannelJson }) {
  const { t } = useTranslation();
  const api = useApi();
  const words = useErrorWords();
  const [name, setName] = useState(channel.name);
  const [token, setToken] = useState("");
  const [secret, setSecret] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);

  async function update(body: CallInput<"updateChannel">["body"]): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      await api("updateChannel", { params: { id: channel.id }, body });
      setToken("");
      setSecret("");
      toasts.add({ title: t("channel.saved") });
    } catch (problem) {
      setError(words(problem));
    } finally {
      setBusy(false);
    }
  }

  function save(event: SubmitEvent): void {
    event.preventDefault();
    void update({
      name: name.trim(),
      ...(token ? { accessToken: token } : {}),
      ...(secret ? { appSecret: secret } : {}),
    });
  }

  const paused = channel.status === "paused";
  return (
    <Section title={t("channel.manage")}>
      <form className="flex max-w-120 flex-col gap-4" onSubmit={save}>
        {error === null ? null : (
          <Notice tone="bad" urgent>
            {error}
          </Notice>
        )}
        <Field label={t("channel.name")}>
          {(tied) => (
            <input
              {...tied}
              className="field"
              required
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={t("connect.token")} hint={t("channel.keepSecret")}>
          {(tied) => (
            <input
              {...tied}
              type="password"
              autoComplete="off"
              className="field"
              value={token}
              onChange={(event) => setToken(event.target.value)}
            />
          )}
        </Field>
        <Field label={t("connect.secret")} hint={t("channel.keepSecret")}>
          {(tied) => (
            <input
              {...tied}
              type="password"
              autoComplete="off"
              className="field"
              value={secret}
              onChange={(event) => setSecret(event.target.value)}
            />
          )}
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" busy={busy}>
            {t("action.save")}
          </Button>
          {channel.status === "disconnected" ? null : (
            <Button
              busy={busy}
              onClick={() => void update({ status: paused ? "connected" : "paused" })}
            >
              {paused ? t("channel.resume") : t("channel.pause")}
            </Button>
          )}
          <Button look="danger" onClick={() => setAsking(true)}>
            {t("channel.disconnect")}
          </Button>
        </div>
      </form>
      <Disconnect channel={channel} open={asking} onClose={() => setAsking(false)} />
    </Section>
  );
}

type DisconnectProps = {
  readonly channel: ChannelJson;
  readonly open: boolean;
  readonly onClose: () => void;
};

function Disconnect({ channel, open, onClose }: DisconnectProps) {
  const { t } = useTranslation();
  const api = useApi();
  const navigate = useNavigate();
  const words = useErrorWords();
  const [error, setError] = useState<string | null>(null);

  async function disconnect(): Promise<void> {
    try {
      const { unsubscribed } = await api("removeChannel", { params: { id: channel.id } });
      if (!unsubscribed) toasts.add({ title: t("channel.stillSubscribed") });
      onClose();
      await navigate({ to: "/settings/channels" });
    } catch (problem) {
      setError(words(problem));
    }
  }

  return (
    <Modal open={open} onClose={onClose} width="small" title={t("channel.disconnect")}>
      <p>{t("channel.disconnectWhat", { name: channel.name, phone: channel.displayPhone })}</p>
      {error === null ? null : (
        <Notice tone="bad" urgent className="mt-3">
          {error}
        </Notice>
      )}
      <div className="mt-4 flex justify-end gap-2">
        <Button onClick={onClose}>{t("action.cancel")}</Button>
        <Button look="danger" onClick={() => void disconnect()}>
          {t("channel.disconnectNow", { phone: channel.displayPhone })}
        </Button>
      </div>
    </Modal>
  );
}
