import type { DraftJson } from "@galka/contract/json/message";
import type { ScheduledMessageJson } from "@galka/contract/json/thread";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { useNow } from "../../sync/use-now.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { newClientId } from "../composer/client-id.ts";
import { localMinute } from "./local-minute.ts";

type New = { readonly conversationId: string; readonly draft: DraftJson };

type Props = {
  /** What is to wait, or what waits already. */
  readonly wanted?: New;
  readonly scheduled?: ScheduledMessageJson;
  readonly onClose: () => void;
  readonly onDone?: () => void;
};

const HOUR_MS = 3_600_000;

/** When a message shall be sent; of one that waits already also what it says. */
export function ScheduleForm({ wanted, scheduled, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const words = useErrorWords();
  const now = useNow("halfMinute").getTime();
  const known = scheduled && Date.parse(scheduled.sendAt) > now ? scheduled.sendAt : null;
  const [at, setAt] = useState(() => localMinute(new Date(known ?? now + HOUR_MS)));
  const [text, setText] = useState(scheduled?.draft.kind === "text" ? scheduled.draft.text : null);
  const kind = (wanted ?? scheduled)?.draft.kind;
  const [clientId] = useState(newClientId);
  const [error, setError] = useState<string | null>(null);

  async function save(): Promise<void> {
    const sendAt = new Date(at).toISOString();
    try {
      if (scheduled) {
        const draft = text === null ? {} : { draft: { kind: "text", text } as const };
        await api("updateScheduled", { params: { id: scheduled.id }, body: { sendAt, ...draft } });
      } else if (wanted) {
        const { conversationId, draft } = wanted;
        const body = { clientId, draft, sendAt };
        await api("scheduleMessage", { params: { id: conversationId }, body });
      }
      onDone?.();
      onClose();
    } catch (refused) {
      setError(words(refused));
    }
  }

  return (
    <Modal open onClose={onClose} title={t("scheduled.choose")} width="small">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {text === null ? null : (
          <Field label={t("composer.field")}>
            {(described) => (
              <textarea
                {...described}
                className="field min-h-20"
                dir="auto"
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
        )}
        <Field
          label={t("scheduled.time")}
          hint={kind === "template" ? t("scheduled.hintTemplate") : t("scheduled.hint")}
          error={error}
        >
          {(described) => (
            <input
              {...described}
              className="field"
              type="datetime-local"
              required
              min={localMinute(new Date(now))}
              value={at}
              onChange={(event) => setAt(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" look="primary" className="self-end">
          {t("scheduled.save")}
        </Button>
      </form>
    </Modal>
  );
}
