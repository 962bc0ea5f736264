import { rootRouteId, useRouteContext } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { useDeed } from "../../api/use-deed.ts";

/** The second step of a sign-in: a code of the app, or a backup code. */
export function SecondFactorForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { api } = useRouteContext({ from: rootRouteId });
  const { busy, error, run } = useDeed();
  const [kind, setKind] = useState<"app" | "backup">("app");
  const [code, setCode] = useState("");

  async function verify(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const body = { code: code.trim(), kind };
    if (await run(() => api("signInSecondFactor", { body }))) onDone();
  }

  return (
    <form
      className="flex flex-col gap-4 rounded-bubble border bg-surface p-6"
      onSubmit={(event) => void verify(event)}
    >
      <Field
        key={kind}
        label={kind === "app" ? t("security.code") : t("security.backupCode")}
        error={error}
      >
        {(tied) => (
          <input
            {...tied}
            required
            inputMode={kind === "app" ? "numeric" : "text"}
            autoComplete="one-time-code"
            maxLength={20}
            className="field font-mono"
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        )}
      </Field>
      <Button type="submit" look="primary" busy={busy}>
        {t("signIn.action")}
      </Button>
      <Button look="quiet" onClick={() => setKind(kind === "app" ? "backup" : "app")}>
        {kind === "app" ? t("security.useBackup") : t("security.useApp")}
      </Button>
    </form>
  );
}
