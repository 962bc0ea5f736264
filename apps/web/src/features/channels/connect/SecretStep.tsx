import { ArrowLeft } from "lucide-react";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../../api/use-error-words.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Section } from "../../settings/Section.tsx";
import { type ConnectValues, connectRequest } from "./connect-values.ts";

type Props = {
  readonly values: ConnectValues;
  readonly onChange: (some: Partial<ConnectValues>) => void;
  readonly onBack: () => void;
  readonly onConnected: (channelId: string) => void;
};

/** The app's secret, with which Meta signs what it sends, and what the number is called here. */
export function SecretStep({ values, onChange, onBack, onConnected }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const words = useErrorWords();
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function connect(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      const { id } = await api("connectChannel", { body: connectRequest(values) });
      onConnected(id);
    } catch (problem) {
      setError(words(problem));
      setBusy(false);
    }
  }

  return (
    <Section
      title={t("connect.step.secret")}
      lead={t("connect.secretLead")}
      action={
        <Button look="quiet" icon={<ArrowLeft size={16} aria-hidden="true" />} onClick={onBack}>
          {t("action.back")}
        </Button>
      }
    >
      <form className="flex max-w-140 flex-col gap-5" onSubmit={(event) => void connect(event)}>
        <Field label={t("connect.secret")} hint={t("connect.secretWhere")}>
          {(tied) => (
            <input
              {...tied}
              type="password"
              className="field font-mono"
              autoComplete="off"
              required
              value={values.appSecret}
              onChange={(event) => onChange({ appSecret: event.target.value })}
            />
          )}
        </Field>
        <Field label={t("connect.app")} hint={t("connect.appWhere")}>
          {(tied) => (
            <input
              {...tied}
              className="field font-mono"
              inputMode="numeric"
              autoComplete="off"
              pattern="\s*\d*\s*"
              title={t("connect.digits")}
              value={values.appId}
              onChange={(event) => onChange({ appId: event.target.value })}
            />
          )}
        </Field>
        <Field label={t("channel.name")} hint={t("connect.nameHint")}>
          {(tied) => (
            <input
              {...tied}
              className="field"
              maxLength={100}
              value={values.name}
              onChange={(event) => onChange({ name: event.target.value })}
            />
          )}
        </Field>
        <Notice tone="info">{t("connect.stored")}</Notice>
        {error === null ? null : (
          <Notice tone="bad" urgent>
            {error}
          </Notice>
        )}
        <Button type="submit" look="primary" busy={busy} className="self-start">
          {busy ? t("connect.connecting") : t("connect.now")}
        </Button>
      </form>
    </Section>
  );
}
