import { lengthOf } from "@galka/core/messages/draft-flaw";
import { useId } from "react";
import { useTranslation } from "react-i18next";

type Props = {
  readonly label: string;
  readonly value: string;
  readonly most: number;
  readonly error: string | null;
  readonly lines?: number;
  /** Takes the focus when the dialog opens. */
  readonly first?: true;
  readonly placeholder?: string;
  readonly onChange: (value: string) => void;
};

/** A field that says how much of what WhatsApp carries is used up. */
export function CountedField(props: Props) {
  const { label, value, most, error, lines = 1, first, placeholder, onChange } = props;
  const { t } = useTranslation();
  const id = useId();
  const length = lengthOf(value);
  const control = {
    id,
    className: "field",
    dir: "auto",
    value,
    placeholder,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": error ? `${id}-error` : undefined,
    "data-first": first,
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      onChange(target.value),
  } as const;
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <div className="flex items-baseline justify-between gap-2 text-list">
        <label htmlFor={id} className="font-medium text-ink-2">
          {label}
        </label>
        <span
          className={length > most ? "text-red tabular-nums" : "text-ink-3 tabular-nums"}
          title={t("rich.used", { length, most })}
        >
          {length}/{most}
        </span>
      </div>
      {lines === 1 ? <input {...control} /> : <textarea {...control} rows={lines} />}
      {error ? (
        <p id={`${id}-error`} className="text-list text-red">
          {error}
        </p>
      ) : null}
    </div>
  );
}
