import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { FieldInput } from "../../contact/FieldInput.tsx";
import { useContactFields } from "../../people/use-contact-fields.ts";

type Props = {
  /** Null removes the field. */
  readonly onSet: (name: string, value: string | null) => void;
  readonly onClose: () => void;
};

/** One field and the value that all who are chosen get; no value takes the field away. */
export function SetField({ onSet, onClose }: Props) {
  const { t } = useTranslation();
  const defined = useContactFields();
  const [name, setName] = useState("");
  const [value, setValue] = useState("");

  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    onSet(name.trim(), value.trim() === "" ? null : value.trim());
  }

  return (
    <Modal open onClose={onClose} title={t("peopleTable.setField")} width="small">
      <form className="flex flex-col gap-3" onSubmit={onSubmit}>
        <Field label={t("contact.fieldName")}>
          {(tied) => (
            <input
              {...tied}
              className="field"
              required
              maxLength={60}
              list="people-field-names"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <datalist id="people-field-names">
          {defined.map((field) => (
            <option key={field.id} value={field.name}>
              {field.name}
            </option>
          ))}
        </datalist>
        <Field label={t("contact.fieldValue")} hint={t("peopleTable.emptyRemoves")}>
          {(tied) => (
            <FieldInput tied={tied} name={name.trim()} value={value} onChange={setValue} />
          )}
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" look="primary" disabled={name.trim() === ""}>
            {t("action.save")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
