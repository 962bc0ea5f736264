import type { MessageJson } from "@galka/contract/json/message";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../../api/use-error-words.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";

/** Nobody knows whether Meta took it: says so, and lets the member decide. */
export function UnknownNote({ message }: { readonly message: MessageJson }) {
  const { t } = useTranslation();
  const api = useApi();
  const words = useErrorWords();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function settle(decision: "send-again" | "leave"): Promise<void> {
    setBusy(true);
    try {
      await api("settleUnknown", { params: { id: message.id }, body: { decision } });
      setError(null);
    } catch (problem) {
      setError(words(problem));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Notice tone="soon" className="mt-1 max-w-[min(640px,86%)]">
      <p className="font-medium">{t("unknown.title")}</p>
      <p className="text-ink">{t("unknown.text")}</p>
      {error === null ? null : (
        <p role="alert" className="mt-1 text-red">
          {error}
        </p>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button busy={busy} onClick={() => void settle("send-again")}>
          {t("unknown.sendAgain")}
        </Button>
        <Button look="quiet" busy={busy} onClick={() => void settle("leave")}>
          {t("unknown.leave")}
        </Button>
      </div>
    </Notice>
  );
}
