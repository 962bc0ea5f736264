import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChatJson } from "@galka/emulator/wire/control";
import { useActions } from "../api/actions.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { Switch } from "../ui/Switch.tsx";

const REASONS = ["NO_LONGER_NEEDED", "DIDNT_SIGN_UP", "SPAM", "OFFENSIVE", "OTHER"] as const;
type Reason = (typeof REASONS)[number];

type Props = { readonly chat: ChatJson; readonly onClose: () => void };

/** Tells WhatsApp that a business is not wanted, and why. */
export function ReportSheet({ chat, onClose }: Props) {
  const { t } = useTranslation();
  const { attempt, report, setBlocked } = useActions();
  const [reason, setReason] = useState<Reason>("SPAM");
  const [blocks, setBlocks] = useState(true);
  const { personId, id, peer } = chat;
  function send(): void {
    attempt(async () => {
      await report(personId, id, reason);
      if (blocks && !chat.blocked) await setBlocked(personId, id, true);
    });
    onClose();
  }
  return (
    <Sheet title={t("report.title", { name: peer.name })} onClose={onClose}>
      <p className="px-4 pb-2 text-ink-2">{t("report.text")}</p>
      <fieldset className="pb-1">
        <legend className="px-4 text-list font-medium text-ink-2">{t("report.why")}</legend>
        {REASONS.map((it) => (
          <label key={it} className="flex min-h-11 cursor-pointer items-center gap-3 px-4">
            <input
              type="radio"
              name={`report-${personId}`}
              checked={reason === it}
              onChange={() => setReason(it)}
            />
            {t(`report.reason.${it}`)}
          </label>
        ))}
      </fieldset>
      <Switch label={t("report.block")} checked={blocks} onChange={setBlocks} />
      <div className="flex justify-end gap-2 px-4 pt-2">
        <button type="button" className="btn" onClick={onClose}>
          {t("cancel")}
        </button>
        <button type="button" className="btn text-red" onClick={send}>
          {t("report.verb")}
        </button>
      </div>
    </Sheet>
  );
}
