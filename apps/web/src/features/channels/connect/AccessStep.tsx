import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../../api/use-error-words.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Section } from "../../settings/Section.tsx";
import type { FoundNumber } from "../ConnectPage.tsx";
import { type ConnectValues, probeRequest } from "./connect-values.ts";

type Props = {
  readonly values: ConnectValues;
  readonly onChange: (some: Partial<ConnectValues>) => void;
  readonly onFound: (numbers: readonly FoundNumber[]) => void;
};

/** Token and account: what lets Galka ask Meta which numbers there are. */
export function AccessStep({ values, onChange, onFound }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const words = useErrorWords();
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function probe(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      const { numbers } = await api("probeNumbers", { body: probeRequest(values) });
      if (numbers.length > 0) onFound(numbers);
      else setError(t("connect.noNumbers"));
    } catch (problem) {
      setError(words(problem));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Section title={t("connect.step.access")} lead={t("connect.accessLead")}>
      <form className="flex max-w-140 flex-col gap-5" onSubmit={(event) => void probe(event)}>
        <Field label={t("connect.waba")} hint={t("connect.wabaWhere")}>
          {(tied) => (
            <input
              {...tied}
              className="field font-mono"
              inputMode="numeric"
              autoComplete="off"
              required
              pattern="\s*\d+\s*"
              title={t("connect.digits")}
              value={values.wabaId}
              onChange={(event) => onChange({ wabaId: event.target.value })}
            />
          )}
        </Field>
        <Field label={t("connect.token")} hint={t("connect.tokenWhere")}>
          {(tied) => (
            <input
              {...tied}
              type="password"
              className="field font-mono"
              autoComplete="off"
              required
              value={values.accessToken}
              onChange={(event) => onChange({ accessToken: event.target.value })}
            />
          )}
        </Field>
        <details>
          <summary className="link inline-flex min-h-6 cursor-pointer items-center">
            {t("connect.elsewhere")}
          </summary>
          <div className="mt-3 grid gap-4 narrow:grid-cols-2">
            <Field label={t("channel.fact.baseUrl")} hint={t("connect.baseUrlHint")}>
              {(tied) => (
                <input
                  {...tied}
                  type="url"
                  className="field font-mono"
                  value={values.baseUrl}
                  onChange={(event) => onChange({ baseUrl: event.target.value })}
                />
              )}
            </Field>
            <Field label={t("connect.version")} hint={t("connect.versionHint")}>
              {(tied) => (
                <input
                  {...tied}
                  className="field font-mono"
                  pattern="v\d+\.\d+"
                  value={values.apiVersion}
                  onChange={(event) => onChange({ apiVersion: event.target.value })}
                />
              )}
            </Field>
          </div>
        </details>
        {error === null ? null : (
          <Notice tone="bad" urgent>
            {error}
          </Notice>
        )}
        <Button type="submit" look="primary" busy={busy} className="self-start">
          {busy ? t("connect.probing") : t("connect.probe")}
        </Button>
      </form>
    </Section>
  );
}
