import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { FieldPair } from "../../contact/FieldPair.tsx";

type Props = {
  /** Null removes the field. */
  readonly onSet: (name: string, value: string | null) => void;
  readonly onClose: () => void;
};

/** One field and the value that all who are chosen get; no value takes the field away. */
export function SetField({ onSet, onClose }: Props) {
  const { t } = useTranslation();
  const [pair, setPair] = useState({ name: "", value: "" });
  const name = pair.name.trim();
  const value = pair.value.trim();

  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    onSet(name, value === "" ? null : value);
  }

  return (
    <Modal open onClose={onClose} title={t("peopleTable.setField")} width="small">
      <form className="flex flex-col gap-3" onSubmit={onSubmit}>
        <FieldPair pair={pair} hint={t("peopleTable.emptyRemoves")} onChange={setPair} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" look="primary" disabled={name === ""}>
            {t("action.save")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
