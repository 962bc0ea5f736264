import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Modal } from "../../../ui/Modal.tsx";

type Props = {
  readonly count: number;
  readonly onErase: () => void;
  readonly onClose: () => void;
};

/** Asks for the number of people to be typed: it cannot be undone. */
export function ErasePeople({ count, onErase, onClose }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const fits = typed.trim() === String(count);

  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (fits) onErase();
  }

  return (
    <Modal open onClose={onClose} title={t("peopleTable.eraseTitle", { count })} width="small">
      <form className="flex flex-col gap-3" onSubmit={onSubmit}>
        <p className="text-ink-2">{t("peopleTable.eraseText")}</p>
        <Field label={t("peopleTable.eraseType", { count })}>
          {(tied) => (
            <input
              {...tied}
              className="field"
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" look="danger" disabled={!fits}>
            {t("peopleTable.eraseNow", { count })}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
