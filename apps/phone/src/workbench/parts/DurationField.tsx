import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FieldFrame } from "../../ui/FieldFrame.tsx";

const UNITS = { ms: 1, s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 } as const;
type Unit = keyof typeof UNITS;
const NAMES = ["ms", "s", "min", "h", "d"] as const satisfies readonly Unit[];

type Props = {
  readonly label: string;
  readonly ms: number;
  readonly onChange: (ms: number) => void;
  readonly hint?: string | undefined;
};

/** A time span: a number and its unit. */
export function DurationField({ label, ms, onChange, hint }: Props) {
  const { t } = useTranslation();
  const [unit, setUnit] = useState<Unit>(() => fittingUnit(ms));
  const inUnit = ms / UNITS[unit];
  const [text, setText] = useState(String(inUnit));
  return (
    <FieldFrame label={label} hint={hint}>
      {(tied) => (
        <span className="flex gap-1.5">
          <input
            {...tied}
            type="number"
            min={0}
            step="any"
            inputMode="decimal"
            className="field min-w-0 flex-1"
            value={text === "" || Number(text) === inUnit ? text : inUnit}
            onChange={(event) => {
              setText(event.target.value);
              const count = event.target.valueAsNumber;
              if (Number.isFinite(count) && count >= 0) onChange(Math.round(count * UNITS[unit]));
            }}
          />
          <select
            aria-label={t("span.unit", { label })}
            className="field w-20! flex-none px-2!"
            value={unit}
            onChange={(event) => {
              const chosen = NAMES.find((it) => it === event.target.value);
              if (chosen !== undefined) setUnit(chosen);
            }}
          >
            {NAMES.map((name) => (
              <option key={name} value={name}>
                {t(`span.${name}`)}
              </option>
            ))}
          </select>
        </span>
      )}
    </FieldFrame>
  );
}

/** The largest unit in which the span is a whole number. */
function fittingUnit(ms: number): Unit {
  return NAMES.toReversed().find((it) => ms > 0 && ms % UNITS[it] === 0) ?? "s";
}
