import { useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { QrPicture } from "../channels/profile/QrPicture.tsx";
import { useDeed } from "../../api/use-deed.ts";

type Begun = { readonly uri: string; readonly backupCodes: readonly string[] };
type Props = { readonly isOn: boolean; readonly hasPassword: boolean };

/** Sets a second factor up, or takes it away. Both ask the password first. */
export function TwoFactor({ isOn, hasPassword }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const { busy, error, run } = useDeed();
  const [password, setPassword] = useState("");
  const [begun, setBegun] = useState<Begun | null>(null);

  if (!hasPassword) return <Notice tone="info">{t("security.needsPassword")}</Notice>;

  const settled = () => {
    setBegun(null);
    void queryClient.invalidateQueries({ queryKey: ["security"] });
  };

  async function go(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const body = { password };
    const isDone = await run(async () => {
      if (isOn) await api("removeTwoFactor", { body });
      else setBegun(await api("beginTwoFactor", { body }));
    });
    if (isDone) setPassword("");
    if (isDone && isOn) settled();
  }

  if (begun) return <Confirm begun={begun} onDone={settled} />;
  return (
    <form className="flex max-w-100 flex-col gap-4" onSubmit={(event) => void go(event)}>
      <Notice tone={isOn ? "good" : "info"}>
        {isOn ? t("security.isOn") : t("security.isOff")}
      </Notice>
      <Field label={t("security.current")} error={error}>
        {(tied) => (
          <input
            {...tied}
            type="password"
            required
            autoComplete="current-password"
            className="field"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        )}
      </Field>
      <Button type="submit" className="self-start" look={isOn ? "danger" : "plain"} busy={busy}>
        {isOn ? t("security.turnOff") : t("security.turnOn")}
      </Button>
    </form>
  );
}

type ConfirmProps = { readonly begun: Begun; readonly onDone: () => void };

/** Shows what the app reads and the backup codes, and asks the first code. */
function Confirm({ begun, onDone }: ConfirmProps) {
  const { t } = useTranslation();
  const api = useApi();
  const { busy, error, run } = useDeed();
  const [code, setCode] = useState("");
  const secret = new URL(begun.uri).searchParams.get("secret") ?? "";

  async function confirm(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (await run(() => api("confirmTwoFactor", { body: { code: code.trim() } }))) onDone();
  }

  return (
    <form className="flex flex-col gap-4" onSubmit={(event) => void confirm(event)}>
      <p>{t("security.scan")}</p>
      <QrPicture text={begun.uri} label={t("security.qr")} size={176} />
      <p className="text-list break-all text-ink-2">
        {t("security.secret")} <code className="font-mono">{secret}</code>
      </p>
      <div>
        <p>{t("security.backup")}</p>
        <ul className="mt-2 grid max-w-80 grid-cols-2 gap-1 font-mono text-list">
          {begun.backupCodes.map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
      </div>
      <Field label={t("security.code")} error={error}>
        {(tied) => (
          <input
            {...tied}
            required
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            className="field max-w-40 font-mono"
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        )}
      </Field>
      <Button type="submit" look="primary" className="self-start" busy={busy}>
        {t("security.confirm")}
      </Button>
    </form>
  );
}
