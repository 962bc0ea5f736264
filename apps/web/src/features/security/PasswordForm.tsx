import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useDeed } from "../../api/use-deed.ts";

/** Sets or changes the password. */
export function PasswordForm({ hasPassword }: { readonly hasPassword: boolean }) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const { busy, error, run } = useDeed();
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const [saved, setSaved] = useState(false);

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const body = { current: hasPassword ? current : null, password };
    const isSaved = await run(() => api("setPassword", { body }));
    setSaved(isSaved);
    if (!isSaved) return;
    setCurrent("");
    setPassword("");
    void queryClient.invalidateQueries({ queryKey: ["security"] });
  }

  return (
    <form className="flex max-w-100 flex-col gap-4" onSubmit={(event) => void save(event)}>
      {hasPassword ? (
        <Field label={t("security.current")} error={error}>
          {(tied) => (
            <input
              {...tied}
              type="password"
              required
              autoComplete="current-password"
              className="field"
              value={current}
              onChange={({ target }) => setCurrent(target.value)}
            />
          )}
        </Field>
      ) : null}
      <Field label={t("security.new")} hint={t("security.newHint")}>
        {(tied) => (
          <input
            {...tied}
            type="password"
            required
            minLength={8}
            autoComplete="new-password"
            className="field"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        )}
      </Field>
      <Button type="submit" className="self-start" busy={busy}>
        {t("security.savePassword")}
      </Button>
      {saved ? <Notice tone="good">{t("security.passwordSaved")}</Notice> : null}
    </form>
  );
}
