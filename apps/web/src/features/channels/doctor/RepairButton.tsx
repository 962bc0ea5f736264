import type { CheckJson } from "@galka/contract/json/connection";
import { useQueryClient } from "@tanstack/react-query";
import { Wrench } from "lucide-react";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../../api/use-error-words.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { toasts } from "../../../ui/toasts.ts";

type Repair = NonNullable<CheckJson["repair"]>;

type Props = { readonly channelId: string; readonly repair: Repair };

/** Lets Galka mend what was found. Registering a number needs a PIN, which is asked for first. */
export function RepairButton({ channelId, repair }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const words = useErrorWords();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [pin, setPin] = useState("");

  async function mend(withPin?: string): Promise<void> {
    setBusy(true);
    setAsking(false);
    try {
      const checks = await api("repairChannel", {
        params: { id: channelId },
        body: { repair, ...(withPin ? { pin: withPin } : {}) },
      });
      queryClient.setQueryData(["doctor", channelId], checks);
    } catch (error) {
      toasts.add({ title: words(error) });
    } finally {
      setBusy(false);
    }
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    void mend(pin);
  }

  return (
    <>
      <Button
        busy={busy}
        className="self-start"
        icon={<Wrench size={16} aria-hidden="true" />}
        onClick={() => (repair === "register" ? setAsking(true) : void mend())}
      >
        {t(`repair.${repair}`)}
      </Button>
      <Modal
        open={asking}
        onClose={() => setAsking(false)}
        width="small"
        title={t("repair.register")}
      >
        <form className="flex flex-col gap-4" onSubmit={submit}>
          <Field label={t("repair.pin")} hint={t("repair.pinHint")}>
            {(tied) => (
              <input
                {...tied}
                className="field font-mono"
                inputMode="numeric"
                autoComplete="off"
                required
                pattern="\d{6}"
                maxLength={6}
                value={pin}
                onChange={(event) => setPin(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" look="primary" disabled={!/^\d{6}$/.test(pin)}>
            {t("repair.register")}
          </Button>
        </form>
      </Modal>
    </>
  );
}
