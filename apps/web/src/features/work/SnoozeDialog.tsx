import type { ConversationJson } from "@galka/contract/json/conversation";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNow } from "../../sync/use-now.ts";
import { Button } from "../../ui/Button.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { useWork } from "./use-work.ts";

type Props = { readonly conversation: ConversationJson; readonly onClose: () => void };

const HOUR_MS = 3_600_000;

/** Puts the conversation aside until a time, or until the contact writes. */
export function SnoozeDialog({ conversation, onClose }: Props) {
  const { t } = useTranslation();
  const fieldId = useId();
  const [until, setUntil] = useState("");
  const { change } = useWork(conversation.id);
  const now = useNow("halfMinute").getTime();

  function snooze(at: number | null): void {
    const snoozedUntil = at === null ? null : new Date(at).toISOString();
    change({ status: "snoozed", snoozedUntil });
    onClose();
  }

  return (
    <Modal open onClose={onClose} title={t("work.snooze")} width="small">
      <div className="flex flex-col items-start gap-2">
        <Button onClick={() => snooze(now + HOUR_MS)}>{t("work.forHour")}</Button>
        <Button onClick={() => snooze(now + 24 * HOUR_MS)}>{t("work.forDay")}</Button>
        <Button onClick={() => snooze(null)}>{t("work.untilMessage")}</Button>
        <label htmlFor={fieldId} className="mt-2 text-list font-medium">
          {t("work.until")}
        </label>
        <input
          id={fieldId}
          type="datetime-local"
          value={until}
          onChange={(event) => setUntil(event.target.value)}
          className="control border border-edge bg-surface px-2"
        />
        <Button
          look="primary"
          disabled={until === ""}
          onClick={() => snooze(new Date(until).getTime())}
        >
          {t("work.snooze")}
        </Button>
      </div>
    </Modal>
  );
}
