import { useTranslation } from "react-i18next";

const UNITS = { minutes: 1, hours: 60, days: 24 * 60 } as const;
type Unit = keyof typeof UNITS;
const NAMES: readonly Unit[] = ["minutes", "hours", "days"];

type Props = {
  readonly label: string;
  readonly minutes: number;
  readonly onChange: (minutes: number) => void;
};

/** A length of time, in the unit that it is a round number of. */
export function MinutesField({ label, minutes, onChange }: Props) {
  const { t } = useTranslation();
  const unit = NAMES.findLast((it) => minutes > 0 && minutes % UNITS[it] === 0) ?? "minutes";
  const count = minutes / UNITS[unit];
  return (
    <div className="flex items-center gap-2">
      <input
        aria-label={label}
        type="number"
        min={0}
        max={1000}
        className="field w-24"
        value={count}
        onChange={(event) =>
          onChange(Math.max(0, Math.round(event.target.valueAsNumber || 0)) * UNITS[unit])
        }
      />
      <select
        aria-label={t("filters.unitOf", { name: label })}
        className="field w-auto"
        value={unit}
        onChange={(event) => {
          const chosen = NAMES.find((it) => it === event.target.value) ?? "minutes";
          onChange(count * UNITS[chosen]);
        }}
      >
        {NAMES.map((it) => (
          <option key={it} value={it}>
            {t(`filters.unit.${it}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
