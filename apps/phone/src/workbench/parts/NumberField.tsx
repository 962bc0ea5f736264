import { useState } from "react";
import { FieldFrame } from "../../ui/FieldFrame.tsx";

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
  const [text, setText] = useState(String(value));
  return (
    <FieldFrame label={label} hint={hint}>
      {(tied) => (
        <span className="flex items-center gap-1.5">
          <input
            {...range}
            {...tied}
            type="number"
            inputMode="decimal"
            className="field min-w-0"
            value={text === "" || Number(text) === value ? text : value}
            onChange={(event) => {
              setText(event.target.value);
              const given = event.target.valueAsNumber;
              if (Number.isFinite(given)) onChange(given);
            }}
          />
          {unit !== undefined && <span className="flex-none text-list text-ink-3">{unit}</span>}
        </span>
      )}
    </FieldFrame>
  );
}
