import { useId, useState } from "react";

type Props = {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly hint?: string | undefined;
  /** What stands behind the number, e.g. a percent sign. */
  readonly unit?: string;
};

/** A number under its name. What is no number is not told to anybody. */
export function NumberField({ label, value, onChange, hint, unit, ...range }: Props) {
  const id = useId();
  const [text, setText] = useState(String(value));
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-list font-medium text-ink-2">
        {label}
      </label>
      <span className="flex items-center gap-1.5">
        <input
          {...range}
          id={id}
          type="number"
          inputMode="decimal"
          className="field min-w-0"
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          value={text === "" || Number(text) === value ? text : value}
          onChange={(event) => {
            setText(event.target.value);
            const given = event.target.valueAsNumber;
            if (Number.isFinite(given)) onChange(given);
          }}
        />
        {unit !== undefined && <span className="flex-none text-list text-ink-3">{unit}</span>}
      </span>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-meta text-ink-3">
          {hint}
        </p>
      )}
    </div>
  );
}
