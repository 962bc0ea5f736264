import { useState } from "react";
import { Field } from "../../../../ui/Field.tsx";

type Props = {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
};

/** A number between two ends. What is typed on the way to it stays as it was typed. */
export function NumberField({ label, value, least, most, step, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field label={label}>
      {(tied) => (
        <input
          {...tied}
          type="number"
          className="field"
          min={least}
          max={most}
          step={step}
          value={typed ?? String(value)}
          onBlur={() => setTyped(null)}
          onChange={({ target }) => {
            setTyped(target.value);
            const now = target.valueAsNumber;
            if (Number.isNaN(now)) return;
            const whole = step === 1 ? Math.round(now) : now;
            onChange(Math.min(most, Math.max(least, whole)));
          }}
        />
      )}
    </Field>
  );
}
