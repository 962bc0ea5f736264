import { useTranslation } from "react-i18next";
import { Field } from "../../../ui/Field.tsx";

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** How many characters Meta takes; shown as a count. */
  readonly max?: number;
  readonly hint?: string;
  readonly rows?: number;
  readonly mono?: boolean;
  readonly disabled?: boolean;
};

/** A labelled text of the template, with its length where that is limited. */
export function TextField({ label, value, onChange, max, hint, rows, mono, disabled }: Props) {
  const { t } = useTranslation();
  const length = Array.from(value).length;
  const told = max === undefined ? (hint ?? null) : t("templates.length", { length, max });
  const className = mono ? "field font-mono text-list" : "field";
  return (
    <Field label={label} hint={told}>
      {(tied) =>
        rows === undefined ? (
          <input
            {...tied}
            dir="auto"
            className={className}
            value={value}
            disabled={disabled}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <textarea
            {...tied}
            dir="auto"
            rows={rows}
            className={`${className} resize-y py-2`}
            value={value}
            disabled={disabled}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}
