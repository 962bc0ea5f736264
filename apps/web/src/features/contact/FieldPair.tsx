import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../../ui/Field.tsx";
import { useContactFields } from "../people/use-contact-fields.ts";
import { FieldInput } from "./FieldInput.tsx";

type Pair = { readonly name: string; readonly value: string };
type Props = {
  readonly pair: Pair;
  readonly hint?: string;
  readonly onChange: (pair: Pair) => void;
};

/** The name of a contact's field, with the known ones offered, and the value it is to have. */
export function FieldPair({ pair, hint, onChange }: Props) {
  const { t } = useTranslation();
  const defined = useContactFields();
  const known = useId();
  return (
    <>
      <Field label={t("contact.fieldName")}>
        {(tied) => (
          <input
            {...tied}
            className="field"
            required
            maxLength={60}
            list={known}
            value={pair.name}
            onChange={(event) => onChange({ ...pair, name: event.target.value })}
          />
        )}
      </Field>
      <datalist id={known}>
        {defined.map((field) => (
          <option key={field.id} value={field.name}>
            {field.name}
          </option>
        ))}
      </datalist>
      <Field label={t("contact.fieldValue")} {...(hint !== undefined && { hint })}>
        {(tied) => (
          <FieldInput
            tied={tied}
            name={pair.name.trim()}
            value={pair.value}
            onChange={(value) => onChange({ ...pair, value })}
          />
        )}
      </Field>
    </>
  );
}
